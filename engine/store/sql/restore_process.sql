UPDATE processes SET removed_ms = 0, gen = gen + 1 WHERE process_id = ? AND removed_ms > 0 AND purging = 0
