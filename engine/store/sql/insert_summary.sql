-- state, summary, reason, detail, process_id, number, leaf_no
INSERT INTO summaries (process_id, number, state, summary, reason, reason_detail)
SELECT d.process_id, d.number, ?, ?, ?, ? FROM documents d
WHERE d.process_id = ? AND d.number = ? AND d.leaf_no = ?
ON CONFLICT (process_id, number) DO NOTHING
RETURNING number
