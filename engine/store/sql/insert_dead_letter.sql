INSERT INTO dead_letters (process_id, level, stage, node_no, epoch, deliveries, error, dead_ms)
VALUES (?, ?, ?, ?, ?, ?, ?, {now})
ON CONFLICT (process_id, level, stage, node_no, epoch) DO NOTHING
