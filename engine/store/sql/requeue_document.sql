-- leaf_no, state, process_id, number
UPDATE documents SET leaf_no = ?, state = ?, reason = NULL, reason_detail = NULL
WHERE process_id = ? AND number = ?
