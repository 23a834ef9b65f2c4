-- process_id, level, stage, node_no, epoch
UPDATE jobs SET state = 'DONE', owner = NULL
WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ? AND epoch = ? AND state = 'OPEN'
