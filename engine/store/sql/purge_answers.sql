DELETE FROM summary_cache WHERE answered_ms <= {now} - ?
