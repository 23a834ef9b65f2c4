-- process_id
SELECT min(done_ms), max(done_ms) FROM results WHERE process_id = ? AND level = 0
