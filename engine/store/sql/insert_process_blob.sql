-- Changes one row where the content is kept, known or not, and none where it is gone: process_id, sha256
INSERT INTO process_blobs (process_id, sha256)
SELECT CAST(? AS TEXT), b.sha256 FROM blobs b WHERE b.sha256 = ? AND b.complete = 1
ON CONFLICT (process_id, sha256) DO UPDATE SET sha256 = excluded.sha256
