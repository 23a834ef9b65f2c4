-- What models answered: key in hexadecimal, answer as JSON.
CREATE TABLE summary_cache (
  cache_key TEXT PRIMARY KEY,
  answer TEXT NOT NULL,
  answered_ms INT8 NOT NULL);
CREATE INDEX summary_cache_by_age ON summary_cache (answered_ms);
