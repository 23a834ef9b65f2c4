-- process_id, level, stage, node_no
UPDATE dead_letters SET redriven_ms = {now}
WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ? AND redriven_ms = 0
