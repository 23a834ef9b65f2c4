-- process_id, age
UPDATE processes SET purging = 1, idem_key = NULL
WHERE process_id = ? AND removed_ms > 0 AND (purging = 1 OR removed_ms <= {now} - ?)
