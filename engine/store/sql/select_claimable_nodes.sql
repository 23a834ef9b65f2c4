-- process_id, max_deliveries
SELECT level, stage, node_no FROM jobs
WHERE process_id = ? AND state = 'OPEN' AND level > 0 AND visible_ms <= {now} AND deliveries < ?
ORDER BY level, stage, node_no LIMIT 32
