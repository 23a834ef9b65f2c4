DELETE FROM progress WHERE process_id = ?
