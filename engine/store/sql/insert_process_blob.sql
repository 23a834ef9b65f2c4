-- process_id, sha256
INSERT INTO process_blobs (process_id, sha256) VALUES (?, ?) ON CONFLICT (process_id, sha256) DO NOTHING
