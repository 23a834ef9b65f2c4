-- from, width, process_id
SELECT (r.done_ms - ?) / ?, max(r.done_ms), count(*)
FROM results r JOIN documents d ON d.process_id = r.process_id AND d.leaf_no = r.node_no
WHERE r.process_id = ? AND r.level = 0 AND r.stage = 'summarise'
GROUP BY 1 ORDER BY 1
