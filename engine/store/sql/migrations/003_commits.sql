-- Marks of transactions that may not be done twice, by which a lost answer to COMMIT is found out.
CREATE TABLE commits (
  commit_id TEXT PRIMARY KEY,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'void')),
  committed_ms INT8 NOT NULL);
CREATE INDEX commits_by_age ON commits (committed_ms);
