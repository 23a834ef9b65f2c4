-- By the primary key a claim would pass by every finished job of its process first.
CREATE INDEX jobs_open ON jobs (process_id, level, stage, node_no) WHERE state = 'OPEN';
