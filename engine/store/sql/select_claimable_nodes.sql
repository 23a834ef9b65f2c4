-- process_id, max_deliveries
-- The last column: whether a worker had it whose lease ran out.
SELECT level, stage, node_no, CASE WHEN owner IS NULL THEN 0 ELSE 1 END FROM jobs
WHERE process_id = ? AND state = 'OPEN' AND level > 0 AND visible_ms <= {now} AND deliveries < ?
ORDER BY level, stage, node_no LIMIT 32
