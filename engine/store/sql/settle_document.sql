-- state, reason, detail, facts, statistics, milliseconds, process_id, number, leaf_no
UPDATE documents
SET state = ?, reason = ?, reason_detail = ?, facts = ?, statistics = ?, milliseconds = ?
WHERE process_id = ? AND number = ? AND leaf_no = ? AND state = 'waiting'
RETURNING bytes
