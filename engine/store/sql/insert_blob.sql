INSERT INTO blobs (blob_id, kept_ms) VALUES (?, {now}) ON CONFLICT (blob_id) DO NOTHING
