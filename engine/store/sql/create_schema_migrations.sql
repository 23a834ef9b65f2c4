CREATE TABLE IF NOT EXISTS schema_migrations (
  version INT8 PRIMARY KEY,
  name TEXT NOT NULL,
  checksum TEXT NOT NULL,
  applied_ms INT8 NOT NULL)
