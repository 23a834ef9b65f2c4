-- paused, process_id, paused
UPDATE processes SET paused = ?, gen = gen + 1
WHERE process_id = ? AND paused <> ? AND state IN ('PENDING', 'RUNNING')
