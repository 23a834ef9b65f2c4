-- process_id, after, limit
SELECT number, summary, reason, reason_detail FROM summaries
WHERE process_id = ? AND number > ? ORDER BY number LIMIT ?
