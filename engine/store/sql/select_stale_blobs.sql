-- age
SELECT b.blob_id FROM blobs b
WHERE b.kept_ms <= {now} - ? AND (b.complete = 0
  OR NOT EXISTS (SELECT 1 FROM process_blobs r WHERE r.sha256 = b.sha256))
ORDER BY b.kept_ms LIMIT 100
