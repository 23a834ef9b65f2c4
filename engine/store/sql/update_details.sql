-- details, process_id, level, stage, node_no
UPDATE results SET details = ? WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ?
