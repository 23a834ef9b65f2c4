-- process_id, process_id
DELETE FROM summaries WHERE process_id = ? AND number IN (
  SELECT number FROM summaries WHERE process_id = ? ORDER BY number LIMIT 2000)
