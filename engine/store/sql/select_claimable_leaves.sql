-- process_id, stage, max_deliveries
SELECT level, stage, node_no FROM jobs
WHERE process_id = ? AND state = 'OPEN' AND level = 0 AND stage = ? AND visible_ms <= {now} AND deliveries < ?
ORDER BY node_no LIMIT 32
