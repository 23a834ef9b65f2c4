-- {blob}: bytes. {clustered}: rows live in the primary key, where rows are small.
-- Times are ms since 1970 UTC by the store's clock, 0: not yet. Flags are 0 or 1.
CREATE TABLE processes (
  process_id TEXT PRIMARY KEY,
  idem_key TEXT UNIQUE,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'STOPPED', 'COMPLETED', 'FAILED')),
  paused INT8 NOT NULL DEFAULT 0,
  gen INT8 NOT NULL DEFAULT 1,
  settings TEXT NOT NULL,
  inputs TEXT NOT NULL,
  has_summary INT8 NOT NULL,
  fan_in INT8 NOT NULL,
  max_deliveries INT8 NOT NULL,
  lease_ms INT8 NOT NULL,
  plan_epoch INT8 NOT NULL DEFAULT 0,
  plan_owner TEXT,
  plan_expires_ms INT8 NOT NULL DEFAULT 0,
  plan_cursor {blob},
  plan_pages INT8 NOT NULL DEFAULT 0,
  planned INT8 NOT NULL DEFAULT 0,
  n_documents INT8 NOT NULL DEFAULT 0,
  n_leaves INT8 NOT NULL DEFAULT 0,
  plan_failed INT8 NOT NULL DEFAULT 0,
  plan_skipped INT8 NOT NULL DEFAULT 0,
  bytes_found INT8 NOT NULL DEFAULT 0,
  error TEXT NOT NULL DEFAULT '',
  created_ms INT8 NOT NULL,
  started_ms INT8 NOT NULL DEFAULT 0,
  finished_ms INT8 NOT NULL DEFAULT 0,
  removed_ms INT8 NOT NULL DEFAULT 0,
  purging INT8 NOT NULL DEFAULT 0);
CREATE INDEX processes_by_state ON processes (state, created_ms);
CREATE INDEX processes_removed ON processes (removed_ms) WHERE removed_ms > 0;
CREATE TABLE process_blobs (
  process_id TEXT NOT NULL,
  sha256 {blob} NOT NULL,
  PRIMARY KEY (process_id, sha256)) {clustered};
CREATE INDEX process_blobs_by_content ON process_blobs (sha256);
CREATE TABLE documents (
  process_id TEXT NOT NULL,
  number INT8 NOT NULL,
  leaf_no INT8,
  name TEXT NOT NULL,
  locator_kind TEXT NOT NULL,
  locator {blob} NOT NULL,
  bytes INT8 NOT NULL,
  modified_ns INT8 NOT NULL,
  sha256 {blob},
  state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'partial', 'failed', 'skipped')),
  reason TEXT,
  reason_detail TEXT,
  facts TEXT,
  statistics TEXT,
  milliseconds INT8 NOT NULL DEFAULT 0,
  PRIMARY KEY (process_id, number));
CREATE INDEX documents_by_leaf ON documents (process_id, leaf_no, number);
CREATE INDEX documents_with_problem ON documents (process_id, number) WHERE reason IS NOT NULL;
CREATE TABLE summaries (
  process_id TEXT NOT NULL,
  number INT8 NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'failed', 'skipped')),
  summary TEXT,
  reason TEXT,
  reason_detail TEXT,
  PRIMARY KEY (process_id, number));
CREATE TABLE jobs (
  process_id TEXT NOT NULL,
  level INT8 NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('analyse', 'summarise')),
  node_no INT8 NOT NULL,
  parent_no INT8 NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('OPEN', 'DONE', 'DEAD')),
  visible_ms INT8 NOT NULL DEFAULT 0,
  epoch INT8 NOT NULL,
  owner TEXT,
  deliveries INT8 NOT NULL DEFAULT 0,
  last_error TEXT,
  PRIMARY KEY (process_id, level, stage, node_no));
-- jobs is not clustered: SQLite would then read all jobs of a process to find the open ones.
CREATE INDEX jobs_by_state ON jobs (process_id, state, level, stage, node_no);
CREATE TABLE results (
  process_id TEXT NOT NULL,
  level INT8 NOT NULL,
  stage TEXT NOT NULL,
  node_no INT8 NOT NULL,
  epoch INT8 NOT NULL,
  n_chunks INT8 NOT NULL,
  details TEXT NOT NULL,
  bytes INT8 NOT NULL,
  words INT8 NOT NULL,
  lines INT8 NOT NULL,
  characters INT8 NOT NULL,
  sentences INT8 NOT NULL,
  terms INT8 NOT NULL,
  done_ms INT8 NOT NULL,
  PRIMARY KEY (process_id, level, stage, node_no));
CREATE TABLE result_chunks (
  process_id TEXT NOT NULL,
  level INT8 NOT NULL,
  stage TEXT NOT NULL,
  node_no INT8 NOT NULL,
  epoch INT8 NOT NULL,
  chunk_no INT8 NOT NULL,
  data {blob} NOT NULL,
  PRIMARY KEY (process_id, level, stage, node_no, epoch, chunk_no));
CREATE TABLE progress (
  process_id TEXT NOT NULL,
  shard INT8 NOT NULL,
  analyse_leaves INT8 NOT NULL,
  analyse_merges INT8 NOT NULL,
  analyse_dead INT8 NOT NULL,
  summarise_leaves INT8 NOT NULL,
  summarise_merges INT8 NOT NULL,
  summarise_dead INT8 NOT NULL,
  done INT8 NOT NULL,
  partial INT8 NOT NULL,
  failed INT8 NOT NULL,
  skipped INT8 NOT NULL,
  summarised INT8 NOT NULL,
  bytes_done INT8 NOT NULL,
  bytes INT8 NOT NULL,
  words INT8 NOT NULL,
  lines INT8 NOT NULL,
  characters INT8 NOT NULL,
  sentences INT8 NOT NULL,
  terms INT8 NOT NULL,
  version INT8 NOT NULL,
  PRIMARY KEY (process_id, shard)) {clustered};
CREATE TABLE dead_letters (
  process_id TEXT NOT NULL,
  level INT8 NOT NULL,
  stage TEXT NOT NULL,
  node_no INT8 NOT NULL,
  epoch INT8 NOT NULL,
  deliveries INT8 NOT NULL,
  error TEXT NOT NULL,
  dead_ms INT8 NOT NULL,
  redriven_ms INT8 NOT NULL DEFAULT 0,
  PRIMARY KEY (process_id, level, stage, node_no, epoch)) {clustered};
CREATE TABLE blobs (
  blob_id TEXT PRIMARY KEY,
  sha256 {blob} UNIQUE,
  raw_size INT8 NOT NULL DEFAULT 0,
  n_chunks INT8 NOT NULL DEFAULT 0,
  complete INT8 NOT NULL DEFAULT 0,
  kept_ms INT8 NOT NULL);
CREATE INDEX blobs_by_age ON blobs (kept_ms);
CREATE TABLE blob_chunks (
  blob_id TEXT NOT NULL,
  chunk_no INT8 NOT NULL,
  data {blob} NOT NULL,
  PRIMARY KEY (blob_id, chunk_no));
