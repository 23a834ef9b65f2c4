SELECT COUNT(*), MAX(last_error) FROM jobs WHERE process_id = ? AND state = 'DEAD'
