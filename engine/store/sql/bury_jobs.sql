UPDATE jobs
SET state = 'DEAD', epoch = epoch + 1, owner = NULL,
    last_error = COALESCE(last_error, 'the program that worked on it was lost each time')
WHERE process_id = ? AND state = 'OPEN' AND visible_ms <= {now}
  AND deliveries >= (SELECT p.max_deliveries FROM processes p WHERE p.process_id = jobs.process_id)
RETURNING level, stage, node_no, epoch, deliveries, last_error, state
