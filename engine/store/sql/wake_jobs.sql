UPDATE jobs SET visible_ms = {now}
WHERE process_id = ? AND state = 'OPEN' AND owner IS NULL AND visible_ms > {now}
