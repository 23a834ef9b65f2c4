INSERT INTO blobs (blob_id, kept_ms) VALUES (?, {now})
