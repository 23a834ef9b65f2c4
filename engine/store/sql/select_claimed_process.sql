-- process_id
SELECT name, settings, n_leaves, planned FROM processes WHERE process_id = ?
