SELECT process_id FROM processes WHERE idem_key = ?
