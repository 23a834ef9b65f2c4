-- name: select_migrations
SELECT version, checksum FROM schema_migrations ORDER BY version

-- name: insert_migration
INSERT INTO schema_migrations (version, name, checksum, applied_ms) VALUES (:version, :name, :checksum, @now)
