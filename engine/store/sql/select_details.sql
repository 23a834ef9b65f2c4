-- process_id, level, stage, first node_no, end, limit
SELECT details FROM results
WHERE process_id = ? AND level = ? AND stage = ? AND node_no >= ? AND node_no < ?
ORDER BY node_no LIMIT ?
