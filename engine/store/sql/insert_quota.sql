-- account, book
INSERT INTO quotas (account, version, book, changed_ms) VALUES (?, 1, ?, {now}) ON CONFLICT (account) DO NOTHING
