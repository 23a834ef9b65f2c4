INSERT INTO summary_cache (cache_key, answer, answered_ms) VALUES (?, ?, {now}) ON CONFLICT (cache_key) DO NOTHING
