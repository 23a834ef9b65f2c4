UPDATE processes SET removed_ms = {now}, gen = gen + 1 WHERE process_id = ? AND removed_ms = 0
