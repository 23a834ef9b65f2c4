DELETE FROM processes WHERE process_id = ? AND purging = 1
