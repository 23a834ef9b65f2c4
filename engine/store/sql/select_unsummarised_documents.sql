-- process_id, leaf_no
SELECT d.number, d.name, d.locator_kind, d.locator, d.bytes, d.modified_ns, d.sha256, d.reason
FROM documents d WHERE d.process_id = ? AND d.leaf_no = ?
  AND NOT EXISTS (SELECT 1 FROM summaries s WHERE s.process_id = d.process_id AND s.number = d.number)
ORDER BY d.number LIMIT 1000000
