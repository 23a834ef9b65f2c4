-- process_id or empty, process_id, machine
SELECT process_id FROM processes
WHERE state IN ('PENDING', 'RUNNING') AND planned = 0 AND paused = 0 AND plan_expires_ms <= {now}
  AND (? = '' OR process_id = ?) AND machine IN ('', ?)
ORDER BY created_ms LIMIT 1
