-- What long lists show of a document, beside its statistics: NULL in rows that were settled before.
ALTER TABLE documents ADD COLUMN format TEXT;
ALTER TABLE documents ADD COLUMN encoding TEXT;
ALTER TABLE documents ADD COLUMN encoding_guessed INT8;
ALTER TABLE documents ADD COLUMN language TEXT;
ALTER TABLE documents ADD COLUMN words INT8;
ALTER TABLE documents ADD COLUMN lines INT8;
ALTER TABLE documents ADD COLUMN characters INT8;
ALTER TABLE documents ADD COLUMN sentences INT8;
