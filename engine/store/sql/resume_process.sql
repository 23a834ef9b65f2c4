UPDATE processes
SET state = CASE WHEN planned = 1 THEN 'RUNNING' ELSE 'PENDING' END, gen = gen + 1, finished_ms = 0, error = ''
WHERE process_id = ? AND state IN ('STOPPED', 'FAILED') AND removed_ms = 0
