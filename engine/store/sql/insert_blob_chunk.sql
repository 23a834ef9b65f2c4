-- blob_id, chunk_no, data
INSERT INTO blob_chunks (blob_id, chunk_no, data) VALUES (?, ?, ?) ON CONFLICT (blob_id, chunk_no) DO NOTHING
