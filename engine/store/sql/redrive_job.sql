-- process_id, level, stage, node_no
UPDATE jobs SET state = 'OPEN', deliveries = 0, epoch = epoch + 1, visible_ms = 0
WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ? AND state = 'DEAD'
