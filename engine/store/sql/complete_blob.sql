-- sha256, raw_size, n_chunks, blob_id
UPDATE blobs SET sha256 = ?, raw_size = ?, n_chunks = ?, complete = 1, kept_ms = {now} WHERE blob_id = ?
