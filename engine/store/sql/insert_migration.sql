INSERT INTO schema_migrations (version, name, checksum, applied_ms) VALUES (?, ?, ?, {now}) ON CONFLICT (version) DO NOTHING
