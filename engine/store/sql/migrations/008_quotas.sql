-- What all machines know of a provider and key: account without the key, book as JSON.
CREATE TABLE quotas (
  account TEXT PRIMARY KEY,
  version INT8 NOT NULL,
  book TEXT NOT NULL,
  changed_ms INT8 NOT NULL);
-- What models took for a process.
CREATE TABLE model_usage (
  process_id TEXT NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  requests INT8 NOT NULL,
  input_tokens INT8 NOT NULL,
  output_tokens INT8 NOT NULL,
  PRIMARY KEY (process_id, provider, model)) {clustered};
