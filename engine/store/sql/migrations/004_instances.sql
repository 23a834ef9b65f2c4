-- The engines that work, or did until lately; each renews its row every few seconds.
CREATE TABLE instances (
  instance_id TEXT PRIMARY KEY,
  machine TEXT NOT NULL,
  program TEXT NOT NULL,
  version TEXT NOT NULL,
  process_number INT8 NOT NULL,
  workers INT8 NOT NULL,
  draining INT8 NOT NULL,
  activities TEXT NOT NULL,
  jobs_done INT8 NOT NULL,
  jobs_taken_over INT8 NOT NULL,
  started_ms INT8 NOT NULL,
  seen_ms INT8 NOT NULL);
