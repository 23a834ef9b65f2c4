-- process_id, number
SELECT number, name, locator_kind, locator, bytes, state, reason, reason_detail, facts, statistics, milliseconds
FROM documents WHERE process_id = ? AND number = ?
