-- process_id, after, limit
SELECT d.number, d.name, d.locator_kind, d.locator, d.bytes, d.modified_ns, d.sha256
FROM documents d WHERE d.process_id = ? AND d.number > ? AND d.leaf_no IS NOT NULL
ORDER BY d.number LIMIT ?
