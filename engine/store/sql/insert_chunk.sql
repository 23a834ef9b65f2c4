-- process_id, level, stage, node_no, epoch, chunk_no, data
INSERT INTO result_chunks (process_id, level, stage, node_no, epoch, chunk_no, data)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (process_id, level, stage, node_no, epoch, chunk_no) DO UPDATE SET data = excluded.data
