-- delay, reason, process_id, level, stage, node_no, epoch
UPDATE jobs SET epoch = epoch + 1, deliveries = deliveries - 1, owner = NULL, visible_ms = {now} + ?, last_error = ?
WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ? AND epoch = ? AND state = 'OPEN'
