-- process_id, level, stage, node_no, epoch
UPDATE jobs
SET visible_ms = {now} + (SELECT l.lease_ms FROM processes l WHERE l.process_id = jobs.process_id)
WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ? AND epoch = ? AND state = 'OPEN'
