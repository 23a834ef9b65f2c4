UPDATE dead_letters SET redriven_ms = {now} WHERE process_id = ? AND redriven_ms = 0
