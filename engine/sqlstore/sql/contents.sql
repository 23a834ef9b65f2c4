-- name: insert_blob_chunk
INSERT INTO blob_chunks (upload_id, chunk_no, data) VALUES (:upload, :chunk, :data)
ON CONFLICT (upload_id, chunk_no) DO NOTHING

-- name: publish_blob
INSERT INTO blobs (sha256, upload_id, raw_size, n_chunks, created_ms) VALUES (:sha256, :upload, :size, :chunks, @now)
ON CONFLICT (sha256) DO NOTHING

-- name: touch_blob
UPDATE blobs SET created_ms = @now WHERE sha256 = :sha256

-- name: delete_upload
DELETE FROM blob_chunks WHERE upload_id = :upload

-- name: select_blob
SELECT upload_id, raw_size, n_chunks, created_ms FROM blobs WHERE sha256 = :sha256

-- name: select_blob_chunk
SELECT data FROM blob_chunks WHERE upload_id = :upload AND chunk_no = :chunk

-- name: select_unused_blobs
-- A process that is not planned yet may refer to any of them.
SELECT sha256, upload_id FROM blobs b
WHERE created_ms <= @now - 3600000
  AND NOT EXISTS (SELECT 1 FROM processes p WHERE p.planned = 0)
  AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.locator_kind = 1 AND d.locator = b.sha256)
LIMIT 100

-- name: delete_blob
DELETE FROM blobs WHERE sha256 = :sha256
