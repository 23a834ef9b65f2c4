-- process_id, process_id
DELETE FROM dead_letters WHERE process_id = ? AND (level, stage, node_no) IN (
  SELECT level, stage, node_no FROM dead_letters WHERE process_id = ? ORDER BY level, stage, node_no LIMIT 1000)
