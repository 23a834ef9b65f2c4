DELETE FROM blobs WHERE blob_id = ? AND complete = 0
