-- name: select_job_candidates
SELECT level, node_no FROM jobs
WHERE process_id = :process AND stage = :stage AND level >= :lowest AND level <= :highest AND state = 'OPEN'
  AND visible_ms <= @now AND deliveries < :max_deliveries
ORDER BY level, node_no LIMIT 16

-- name: claim_job
UPDATE jobs SET epoch = epoch + 1, deliveries = deliveries + 1, owner = :instance, lease_id = :lease,
                visible_ms = @now + (SELECT p.lease_ms FROM processes p WHERE p.process_id = :process)
WHERE process_id = :process AND stage = :stage AND level = :level AND node_no = :node AND state = 'OPEN'
  AND visible_ms <= @now AND deliveries < :max_deliveries
  AND EXISTS (SELECT 1 FROM processes p
              WHERE p.process_id = :process AND p.state = 'RUNNING' AND p.paused = 0 AND p.removed_ms = 0)
RETURNING epoch, deliveries

-- name: select_job_process
SELECT name, request, n_leaves, planned FROM processes WHERE process_id = :process

-- name: renew_job
UPDATE jobs SET visible_ms = @now + (SELECT p.lease_ms FROM processes p WHERE p.process_id = :process)
WHERE process_id = :process AND stage = :stage AND level = :level AND node_no = :node AND epoch = :epoch
  AND state = 'OPEN'

-- name: finish_job
UPDATE jobs SET state = 'DONE', owner = NULL, lease_id = NULL
WHERE process_id = :process AND stage = :stage AND level = :level AND node_no = :node AND epoch = :epoch
  AND state = 'OPEN'

-- name: fail_job
UPDATE jobs SET epoch = epoch + 1, owner = NULL, lease_id = NULL, last_error = :error, visible_ms = @now + :delay,
                state = CASE WHEN deliveries >= (SELECT p.max_deliveries FROM processes p WHERE p.process_id = :process)
                             THEN 'DEAD' ELSE 'OPEN' END
WHERE process_id = :process AND stage = :stage AND level = :level AND node_no = :node AND epoch = :epoch
  AND state = 'OPEN'
RETURNING state, epoch, deliveries

-- name: release_job
UPDATE jobs SET epoch = epoch + 1, deliveries = deliveries - 1, owner = NULL, lease_id = NULL, visible_ms = @now + :delay
WHERE process_id = :process AND stage = :stage AND level = :level AND node_no = :node AND epoch = :epoch
  AND state = 'OPEN'

-- name: select_lost_jobs
SELECT stage, level, node_no, epoch FROM jobs
WHERE process_id = :process AND state = 'OPEN' AND visible_ms <= @now AND deliveries >= :max_deliveries
ORDER BY stage, level, node_no LIMIT 100

-- name: bury_job
UPDATE jobs SET state = 'DEAD', owner = NULL, lease_id = NULL, epoch = epoch + 1,
                last_error = coalesce(last_error, 'The worker was lost.')
WHERE process_id = :process AND stage = :stage AND level = :level AND node_no = :node AND epoch = :epoch
  AND state = 'OPEN' AND visible_ms <= @now
RETURNING epoch, deliveries, last_error

-- name: insert_dead_letter
INSERT INTO dead_letters (process_id, stage, level, node_no, epoch, deliveries, error, dead_ms)
VALUES (:process, :stage, :level, :node, :epoch, :deliveries, :error, @now)
ON CONFLICT (process_id, stage, level, node_no, epoch) DO NOTHING

-- name: redrive_jobs
UPDATE jobs SET state = 'OPEN', deliveries = 0, epoch = epoch + 1, visible_ms = 0
WHERE process_id = :process AND state = 'DEAD'

-- name: redrive_dead_letters
UPDATE dead_letters SET redriven_ms = @now WHERE process_id = :process AND redriven_ms = 0

-- name: enqueue_parent
-- Only when all children are done; they are the nodes :first to :end - 1 of the level beneath.
INSERT INTO jobs (process_id, stage, level, node_no)
SELECT p.process_id, :stage, :level, :node FROM processes p
WHERE p.process_id = :process AND p.state = 'RUNNING'
  AND (SELECT count(*) FROM results r
       WHERE r.process_id = :process AND r.stage = :stage AND r.level = :beneath AND r.node_no >= :first
         AND r.node_no < :end) = :children
ON CONFLICT (process_id, stage, level, node_no) DO NOTHING

-- name: count_jobs_at_level
SELECT count(*) FROM jobs WHERE process_id = :process AND stage = :stage AND level = :level

-- name: delete_jobs_from
DELETE FROM jobs WHERE process_id = :process AND stage = :stage AND level = :level AND node_no >= :node
