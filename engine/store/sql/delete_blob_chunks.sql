DELETE FROM blob_chunks WHERE blob_id = ?
