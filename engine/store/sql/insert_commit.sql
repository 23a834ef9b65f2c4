INSERT INTO commits (commit_id, outcome, committed_ms) VALUES (?, ?, {now}) ON CONFLICT (commit_id) DO NOTHING
