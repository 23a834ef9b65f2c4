-- When each leaf was done, and its documents: process_id
SELECT r.done_ms, COUNT(*)
FROM results r JOIN documents d ON d.process_id = r.process_id AND d.leaf_no = r.node_no
WHERE r.process_id = ? AND r.level = 0 AND r.stage = 'summarise'
GROUP BY r.node_no, r.done_ms
