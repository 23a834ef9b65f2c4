-- process_id, process_id
DELETE FROM jobs WHERE process_id = ? AND (level, stage, node_no) IN (
  SELECT level, stage, node_no FROM jobs WHERE process_id = ? ORDER BY level, stage, node_no LIMIT 1000)
