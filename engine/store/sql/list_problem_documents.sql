-- process_id, after, state or empty, state, limit
SELECT number, name, locator_kind, locator, bytes, state, reason, reason_detail, facts, statistics, milliseconds
FROM documents WHERE process_id = ? AND number > ? AND (? = '' OR state = ?) AND reason IS NOT NULL AND state <> 'waiting'
ORDER BY number LIMIT ?
