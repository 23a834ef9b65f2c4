SELECT process_id FROM processes WHERE state IN ('PENDING', 'RUNNING') AND paused = 0 ORDER BY created_ms LIMIT 1000
