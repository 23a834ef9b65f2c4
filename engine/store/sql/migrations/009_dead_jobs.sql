-- Finished jobs are found by their keys alone; an index entry for each costs every completion two writes.
CREATE INDEX jobs_dead ON jobs (process_id) WHERE state = 'DEAD';
DROP INDEX jobs_by_state;
