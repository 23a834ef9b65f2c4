UPDATE blobs SET kept_ms = {now} WHERE blob_id = ?
