-- Of any job that was put back for a while.
SELECT j.last_error FROM jobs j JOIN processes p ON p.process_id = j.process_id
WHERE j.process_id = ? AND p.state = 'RUNNING' AND j.state = 'OPEN' AND j.owner IS NULL AND j.visible_ms > {now}
  AND j.last_error IS NOT NULL
LIMIT 1
