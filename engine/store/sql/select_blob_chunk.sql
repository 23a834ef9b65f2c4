-- blob_id, chunk_no
SELECT data FROM blob_chunks WHERE blob_id = ? AND chunk_no = ?
