-- process_id, max_deliveries
-- The last columns: whether a worker had it whose lease ran out; whether one may have died of documents: they read
-- none.
SELECT level, stage, node_no, CASE WHEN owner IS NULL THEN 0 ELSE 1 END, 0 FROM jobs
WHERE process_id = ? AND state = 'OPEN' AND level > 0 AND visible_ms <= {now} AND deliveries < ?
ORDER BY level, stage, node_no LIMIT 32
