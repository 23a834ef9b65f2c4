-- Failed in a stage and settled in both; a file that only another machine could read cannot be queued for
-- any: process_id, after
SELECT d.number, d.state, d.leaf_no, d.bytes, s.state
FROM documents d JOIN processes p ON p.process_id = d.process_id
LEFT JOIN summaries s ON s.process_id = d.process_id AND s.number = d.number
WHERE d.process_id = ? AND d.number > ? AND d.reason IS NOT NULL
  AND (p.machine = '' OR d.locator_kind <> 'file')
  AND (d.state = 'partial' OR (d.state = 'failed' AND (d.leaf_no IS NULL OR p.has_summary = 0 OR s.number IS NOT NULL)))
ORDER BY d.number LIMIT 1000
