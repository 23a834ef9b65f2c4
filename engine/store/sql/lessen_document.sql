-- Done, but its summary failed: reason, detail, process_id, number
UPDATE documents SET state = 'partial', reason = ?, reason_detail = ?
WHERE process_id = ? AND number = ? AND state = 'done'
RETURNING number
