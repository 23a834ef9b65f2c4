SELECT answer FROM summary_cache WHERE cache_key = ?
