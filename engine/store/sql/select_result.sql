-- process_id, level, stage, node_no
SELECT epoch, n_chunks FROM results WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ?
