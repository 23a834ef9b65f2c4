-- When each leaf was done, and how many of its documents came to what: process_id
SELECT r.done_ms,
       CAST(SUM(CASE WHEN d.state IN ('done', 'partial') THEN 1 ELSE 0 END) AS INT8),
       CAST(SUM(CASE WHEN d.state = 'failed' THEN 1 ELSE 0 END) AS INT8),
       CAST(SUM(CASE WHEN d.state = 'skipped' THEN 1 ELSE 0 END) AS INT8)
FROM results r JOIN documents d ON d.process_id = r.process_id AND d.leaf_no = r.node_no
WHERE r.process_id = ? AND r.level = 0 AND r.stage = 'analyse'
GROUP BY r.node_no, r.done_ms
