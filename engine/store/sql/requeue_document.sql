-- leaf_no, state, process_id, number
UPDATE documents SET leaf_no = ?, state = ?, reason = CASE WHEN reason = 'reader_crashed' AND state = 'failed' THEN reason END, reason_detail = NULL
WHERE process_id = ? AND number = ?
