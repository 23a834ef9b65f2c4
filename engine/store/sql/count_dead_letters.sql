SELECT COUNT(*) FROM dead_letters d JOIN processes p ON p.process_id = d.process_id
WHERE d.redriven_ms = 0 AND p.purging = 0
