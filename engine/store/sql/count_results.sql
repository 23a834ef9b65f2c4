-- process_id, level, stage, first node_no, end
SELECT COUNT(*) FROM results
WHERE process_id = ? AND level = ? AND stage = ? AND node_no >= ? AND node_no < ?
