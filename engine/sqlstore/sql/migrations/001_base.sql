-- One text for SQLite, PostgreSQL and CockroachDB. Times are milliseconds since 1970 UTC by the store's clock; ids are
-- UUIDs in lower case; flags are 0 and 1. @clustered is WITHOUT ROWID where the backend has it.

CREATE TABLE processes (
    process_id TEXT PRIMARY KEY,
    idem_key TEXT UNIQUE,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'STOPPED', 'COMPLETED', 'FAILED')),
    paused INT8 NOT NULL DEFAULT 0,
    removed_ms INT8 NOT NULL DEFAULT 0,
    gen INT8 NOT NULL DEFAULT 1,
    request TEXT NOT NULL,
    stages INT8 NOT NULL,
    fan_in INT8 NOT NULL,
    batch_size INT8 NOT NULL,
    max_deliveries INT8 NOT NULL,
    lease_ms INT8 NOT NULL,
    plan_epoch INT8 NOT NULL DEFAULT 0,
    plan_owner TEXT,
    plan_expires_ms INT8 NOT NULL DEFAULT 0,
    plan_cursor BYTEA,
    planned INT8 NOT NULL DEFAULT 0,
    n_documents INT8 NOT NULL DEFAULT 0,
    n_leaves INT8 NOT NULL DEFAULT 0,
    n_skipped INT8 NOT NULL DEFAULT 0,
    n_failed INT8 NOT NULL DEFAULT 0,
    bytes_found INT8 NOT NULL DEFAULT 0,
    error TEXT,
    created_ms INT8 NOT NULL,
    started_ms INT8 NOT NULL DEFAULT 0,
    finished_ms INT8 NOT NULL DEFAULT 0,
    updated_ms INT8 NOT NULL
);

CREATE INDEX processes_by_state ON processes (state, created_ms);

CREATE TABLE documents (
    process_id TEXT NOT NULL,
    document_no INT8 NOT NULL,
    leaf_no INT8 NOT NULL,
    name TEXT NOT NULL,
    locator_kind INT8 NOT NULL,
    locator BYTEA NOT NULL,
    bytes INT8 NOT NULL,
    modified_ns INT8 NOT NULL,
    sha256 BYTEA,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'partial', 'failed', 'skipped')),
    reason TEXT,
    detail TEXT,
    format TEXT,
    encoding TEXT,
    encoding_guessed INT8 NOT NULL DEFAULT 0,
    statistics TEXT,
    spent_ms INT8 NOT NULL DEFAULT 0,
    PRIMARY KEY (process_id, document_no)
) @clustered;

CREATE INDEX documents_by_leaf ON documents (process_id, leaf_no, document_no);

CREATE TABLE summaries (
    process_id TEXT NOT NULL,
    document_no INT8 NOT NULL,
    summary TEXT,
    reason TEXT,
    detail TEXT,
    PRIMARY KEY (process_id, document_no)
) @clustered;

CREATE TABLE jobs (
    process_id TEXT NOT NULL,
    stage INT8 NOT NULL,
    level INT8 NOT NULL,
    node_no INT8 NOT NULL,
    state TEXT NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE', 'DEAD')),
    visible_ms INT8 NOT NULL DEFAULT 0,
    epoch INT8 NOT NULL DEFAULT 0,
    owner TEXT,
    lease_id TEXT,
    deliveries INT8 NOT NULL DEFAULT 0,
    last_error TEXT,
    PRIMARY KEY (process_id, stage, level, node_no)
) @clustered;

CREATE INDEX jobs_open ON jobs (process_id, stage, level, node_no) WHERE state = 'OPEN';

CREATE INDEX jobs_dead ON jobs (process_id, stage) WHERE state = 'DEAD';

CREATE TABLE results (
    process_id TEXT NOT NULL,
    stage INT8 NOT NULL,
    level INT8 NOT NULL,
    node_no INT8 NOT NULL,
    epoch INT8 NOT NULL,
    details TEXT NOT NULL,
    n_chunks INT8 NOT NULL,
    done_ms INT8 NOT NULL,
    PRIMARY KEY (process_id, stage, level, node_no)
) @clustered;

CREATE TABLE result_chunks (
    process_id TEXT NOT NULL,
    stage INT8 NOT NULL,
    level INT8 NOT NULL,
    node_no INT8 NOT NULL,
    epoch INT8 NOT NULL,
    chunk_no INT8 NOT NULL,
    data BYTEA NOT NULL,
    PRIMARY KEY (process_id, stage, level, node_no, epoch, chunk_no)
);

CREATE TABLE progress (
    process_id TEXT NOT NULL,
    shard INT8 NOT NULL,
    leaves_analysed INT8 NOT NULL DEFAULT 0,
    leaves_summarised INT8 NOT NULL DEFAULT 0,
    merges_analysed INT8 NOT NULL DEFAULT 0,
    merges_summarised INT8 NOT NULL DEFAULT 0,
    done INT8 NOT NULL DEFAULT 0,
    partial INT8 NOT NULL DEFAULT 0,
    failed INT8 NOT NULL DEFAULT 0,
    skipped INT8 NOT NULL DEFAULT 0,
    summarised INT8 NOT NULL DEFAULT 0,
    bytes_settled INT8 NOT NULL DEFAULT 0,
    bytes INT8 NOT NULL DEFAULT 0,
    words INT8 NOT NULL DEFAULT 0,
    lines INT8 NOT NULL DEFAULT 0,
    characters INT8 NOT NULL DEFAULT 0,
    sentences INT8 NOT NULL DEFAULT 0,
    terms INT8 NOT NULL DEFAULT 0,
    version INT8 NOT NULL DEFAULT 0,
    PRIMARY KEY (process_id, shard)
) @clustered;

CREATE TABLE dead_letters (
    process_id TEXT NOT NULL,
    stage INT8 NOT NULL,
    level INT8 NOT NULL,
    node_no INT8 NOT NULL,
    epoch INT8 NOT NULL,
    deliveries INT8 NOT NULL,
    error TEXT,
    dead_ms INT8 NOT NULL,
    redriven_ms INT8 NOT NULL DEFAULT 0,
    PRIMARY KEY (process_id, stage, level, node_no, epoch)
) @clustered;

CREATE TABLE blobs (
    sha256 BYTEA PRIMARY KEY,
    upload_id TEXT NOT NULL,
    raw_size INT8 NOT NULL,
    n_chunks INT8 NOT NULL,
    created_ms INT8 NOT NULL
);

CREATE TABLE blob_chunks (
    upload_id TEXT NOT NULL,
    chunk_no INT8 NOT NULL,
    data BYTEA NOT NULL,
    PRIMARY KEY (upload_id, chunk_no)
);

CREATE INDEX documents_by_blob ON documents (locator) WHERE locator_kind = 1;
