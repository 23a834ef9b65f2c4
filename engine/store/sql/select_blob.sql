SELECT blob_id, raw_size, n_chunks FROM blobs WHERE sha256 = ? AND complete = 1
