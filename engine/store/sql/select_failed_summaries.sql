-- process_id, leaf_no
SELECT s.number, s.reason, s.reason_detail
FROM documents d JOIN summaries s ON s.process_id = d.process_id AND s.number = d.number
WHERE d.process_id = ? AND d.leaf_no = ? AND s.state = 'failed' LIMIT 1000000
