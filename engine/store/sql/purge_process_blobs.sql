-- process_id, process_id
DELETE FROM process_blobs WHERE process_id = ? AND sha256 IN (
  SELECT sha256 FROM process_blobs WHERE process_id = ? ORDER BY sha256 LIMIT 2000)
