-- error, delay, process_id, level, stage, node_no, epoch
UPDATE jobs
SET epoch = epoch + 1, owner = NULL, last_error = ?, visible_ms = {now} + ?,
    state = CASE WHEN deliveries >= (SELECT p.max_deliveries FROM processes p
                                     WHERE p.process_id = jobs.process_id) THEN 'DEAD' ELSE 'OPEN' END
WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ? AND epoch = ? AND state = 'OPEN'
RETURNING level, stage, node_no, epoch, deliveries, last_error, state
