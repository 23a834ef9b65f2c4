-- What long lists show of a document, beside its statistics: NULL in rows that were settled before.
ALTER TABLE documents ADD COLUMN format TEXT;
ALTER TABLE documents ADD COLUMN encoding TEXT;
ALTER TABLE documents ADD COLUMN encoding_guessed INT8;
ALTER TABLE documents ADD COLUMN language TEXT;
ALTER TABLE documents ADD COLUMN words INT8;
ALTER TABLE documents ADD COLUMN lines INT8;
ALTER TABLE documents ADD COLUMN characters INT8;
ALTER TABLE documents ADD COLUMN sentences INT8;
-- With the state in it, a process's history is read from the index alone.
DROP INDEX documents_by_leaf;
CREATE INDEX documents_by_leaf ON documents (process_id, leaf_no, number, state);
