UPDATE processes SET state = 'COMPLETED', gen = gen + 1, paused = 0, finished_ms = {now}
WHERE process_id = ? AND state = 'RUNNING' AND planned = 1
