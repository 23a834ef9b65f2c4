SELECT stage, level, node_no, deliveries, error, dead_ms, redriven_ms FROM dead_letters
WHERE process_id = ? ORDER BY dead_ms, level, stage, node_no LIMIT 1000
