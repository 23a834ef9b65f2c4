DELETE FROM model_usage WHERE process_id = ?
