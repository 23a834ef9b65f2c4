-- process_id, level, stage, node_no, epoch
SELECT COUNT(*) FROM result_chunks
WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ? AND epoch = ?
