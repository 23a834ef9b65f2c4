-- process_id, level, stage, first node_no
DELETE FROM result_chunks WHERE process_id = ? AND level = ? AND stage = ? AND node_no >= ?
