-- process_id, number
SELECT summary FROM summaries WHERE process_id = ? AND number = ? AND state = 'done'
