-- blob_id, age
DELETE FROM blobs WHERE blob_id = ? AND kept_ms <= {now} - ? AND (complete = 0
  OR NOT EXISTS (SELECT 1 FROM process_blobs r WHERE r.sha256 = blobs.sha256))
