-- process_id, process_id
DELETE FROM result_chunks WHERE process_id = ? AND (level, stage, node_no, epoch, chunk_no) IN (
  SELECT level, stage, node_no, epoch, chunk_no FROM result_chunks WHERE process_id = ?
  ORDER BY level, stage, node_no, epoch, chunk_no LIMIT 64)
