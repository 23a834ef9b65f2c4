-- process_id, level, stage
SELECT MIN(node_no) FROM result_chunks WHERE process_id = ? AND level = ? AND stage = ?
