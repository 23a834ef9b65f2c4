-- The machine that has a process's files and so may plan it; empty: any.
ALTER TABLE processes ADD COLUMN machine TEXT NOT NULL DEFAULT '';
