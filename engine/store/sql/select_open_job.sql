-- process_id, level, stage, node_no, epoch
SELECT 1 FROM jobs
WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ? AND epoch = ? AND state = 'OPEN'
