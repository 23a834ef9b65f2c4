-- process_id, process_id
DELETE FROM documents WHERE process_id = ? AND number IN (
  SELECT number FROM documents WHERE process_id = ? ORDER BY number LIMIT 2000)
