-- process_id
SELECT MIN(done_ms), MAX(done_ms) FROM results WHERE process_id = ? AND level = 0
