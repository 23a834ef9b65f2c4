-- error, process_id
UPDATE processes SET state = 'FAILED', gen = gen + 1, paused = 0, error = ?, finished_ms = {now}
WHERE process_id = ? AND state = 'RUNNING' AND planned = 1
  AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.process_id = processes.process_id AND j.state = 'OPEN')
