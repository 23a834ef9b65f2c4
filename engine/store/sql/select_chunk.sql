-- process_id, level, stage, node_no, epoch, chunk_no
SELECT data FROM result_chunks
WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ? AND epoch = ? AND chunk_no = ?
