SELECT stage, level, node_no, deliveries, error, dead_ms, redriven_ms FROM dead_letters
WHERE process_id = ? ORDER BY CASE WHEN redriven_ms = 0 THEN 0 ELSE 1 END, level, stage, node_no, epoch LIMIT 1000
