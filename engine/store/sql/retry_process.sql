UPDATE processes SET state = 'RUNNING', gen = gen + 1, finished_ms = 0, error = '' WHERE process_id = ?
