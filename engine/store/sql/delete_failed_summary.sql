-- process_id, number
DELETE FROM summaries WHERE process_id = ? AND number = ? AND state <> 'done'
