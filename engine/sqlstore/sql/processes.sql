-- name: insert_process
INSERT INTO processes (process_id, idem_key, name, state, request, stages, fan_in, batch_size, max_deliveries, lease_ms,
                       created_ms, updated_ms)
VALUES (:process, :key, :name, 'PENDING', :request, :stages, :fan_in, :batch_size, :max_deliveries, :lease_ms, @now, @now)
ON CONFLICT (idem_key) DO NOTHING

-- name: select_process_by_key
SELECT process_id FROM processes WHERE idem_key = :key

-- name: stop_process
-- Raising plan_epoch fences a planner that is still walking.
UPDATE processes SET state = 'STOPPED', paused = 0, gen = gen + 1, plan_epoch = plan_epoch + 1, plan_expires_ms = 0,
                     updated_ms = @now
WHERE process_id = :process AND state IN ('PENDING', 'RUNNING')

-- name: resume_process
UPDATE processes SET state = CASE WHEN planned = 0 AND n_documents = 0 THEN 'PENDING' ELSE 'RUNNING' END,
                     gen = gen + 1, error = NULL, finished_ms = 0, plan_expires_ms = 0, updated_ms = @now
WHERE process_id = :process AND state IN ('STOPPED', 'FAILED')

-- name: pause_process
UPDATE processes SET paused = :paused, gen = gen + 1, updated_ms = @now
WHERE process_id = :process AND state IN ('PENDING', 'RUNNING') AND paused <> :paused

-- name: remove_process
UPDATE processes SET removed_ms = @now, gen = gen + 1, updated_ms = @now WHERE process_id = :process AND removed_ms = 0

-- name: restore_process
UPDATE processes SET removed_ms = 0, gen = gen + 1, updated_ms = @now WHERE process_id = :process AND removed_ms > 0

-- name: select_process
SELECT state, paused, removed_ms, planned, n_leaves, fan_in, batch_size, stages, n_documents, max_deliveries
FROM processes WHERE process_id = :process

-- name: select_open_processes
SELECT process_id FROM processes
WHERE state IN ('PENDING', 'RUNNING') AND paused = 0 AND removed_ms = 0
ORDER BY created_ms, process_id

-- name: complete_process
-- :roots is the number of trees whose root must be done; a process without leaves has none.
UPDATE processes SET state = 'COMPLETED', gen = gen + 1, finished_ms = @now, updated_ms = @now
WHERE process_id = :process AND state = 'RUNNING' AND planned = 1
  AND (SELECT count(*) FROM results r WHERE r.process_id = :process AND r.level = :level AND r.node_no = 0) = :roots

-- name: fail_process
UPDATE processes SET state = 'FAILED', error = :error, gen = gen + 1, finished_ms = @now, updated_ms = @now
WHERE process_id = :process AND state = 'RUNNING' AND planned = 1
  AND EXISTS (SELECT 1 FROM jobs j WHERE j.process_id = :process AND j.state = 'DEAD')
  AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.process_id = :process AND j.state = 'OPEN')

-- name: fail_process_without_documents
UPDATE processes SET state = 'FAILED', error = :error, gen = gen + 1, finished_ms = @now, updated_ms = @now
WHERE process_id = :process AND state = 'COMPLETED'
  AND n_failed + (SELECT coalesce(sum(g.failed), 0) FROM progress g WHERE g.process_id = :process) > 0
  AND (SELECT coalesce(sum(g.done + g.partial), 0) FROM progress g WHERE g.process_id = :process) = 0

-- name: reopen_process
UPDATE processes SET state = 'RUNNING', gen = gen + 1, error = NULL, finished_ms = 0, n_leaves = n_leaves + :leaves,
                     n_failed = n_failed - :failed, bytes_found = bytes_found + :bytes, updated_ms = @now
WHERE process_id = :process

-- name: touch_process
UPDATE processes SET gen = gen + 1, updated_ms = @now WHERE process_id = :process

-- name: select_removed_processes
SELECT process_id FROM processes WHERE removed_ms > 0 AND removed_ms <= @now - :age ORDER BY process_id LIMIT 100

-- name: delete_process
DELETE FROM processes WHERE process_id = :process

-- name: delete_documents
DELETE FROM documents WHERE process_id = :process

-- name: delete_summaries
DELETE FROM summaries WHERE process_id = :process

-- name: delete_jobs
DELETE FROM jobs WHERE process_id = :process

-- name: delete_results
DELETE FROM results WHERE process_id = :process

-- name: delete_result_chunks
DELETE FROM result_chunks WHERE process_id = :process

-- name: delete_progress
DELETE FROM progress WHERE process_id = :process

-- name: delete_dead_letters
DELETE FROM dead_letters WHERE process_id = :process
