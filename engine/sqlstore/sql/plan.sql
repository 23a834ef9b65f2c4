-- name: select_plan_candidate
SELECT process_id FROM processes
WHERE state IN ('PENDING', 'RUNNING') AND planned = 0 AND paused = 0 AND removed_ms = 0 AND plan_expires_ms <= @now
ORDER BY created_ms, process_id LIMIT 1

-- name: claim_plan
UPDATE processes SET plan_epoch = plan_epoch + 1, plan_owner = :instance, plan_expires_ms = @now + lease_ms
WHERE process_id = :process AND state IN ('PENDING', 'RUNNING') AND planned = 0 AND paused = 0 AND removed_ms = 0
  AND plan_expires_ms <= @now
RETURNING plan_epoch, request, plan_cursor, n_documents, n_leaves, name

-- name: advance_plan
UPDATE processes SET n_documents = n_documents + :documents, n_leaves = n_leaves + :leaves,
                     n_skipped = n_skipped + :skipped, n_failed = n_failed + :failed, bytes_found = bytes_found + :bytes,
                     plan_cursor = :cursor, plan_expires_ms = @now + lease_ms, state = 'RUNNING',
                     started_ms = CASE WHEN started_ms = 0 THEN @now ELSE started_ms END, updated_ms = @now
WHERE process_id = :process AND plan_epoch = :epoch AND planned = 0 AND n_documents = :known
  AND state IN ('PENDING', 'RUNNING')

-- name: select_plan
SELECT plan_epoch, n_documents FROM processes WHERE process_id = :process

-- name: finish_plan
UPDATE processes SET planned = 1, gen = gen + 1, plan_expires_ms = 0, state = 'RUNNING',
                     started_ms = CASE WHEN started_ms = 0 THEN @now ELSE started_ms END, updated_ms = @now
WHERE process_id = :process AND plan_epoch = :epoch AND planned = 0 AND state IN ('PENDING', 'RUNNING')

-- name: release_plan
UPDATE processes SET plan_expires_ms = 0 WHERE process_id = :process AND plan_epoch = :epoch AND planned = 0

-- name: insert_document
INSERT INTO documents (process_id, document_no, leaf_no, name, locator_kind, locator, bytes, modified_ns, sha256, state,
                       reason, detail)
VALUES (:process, :document, :leaf, :name, :kind, :locator, :bytes, :modified, :sha256, :state, :reason, :detail)

-- name: insert_leaf
INSERT INTO jobs (process_id, stage, level, node_no) VALUES (:process, :stage, 0, :node)

-- name: select_planned_documents
SELECT document_no, name, locator_kind, locator, bytes, modified_ns, sha256
FROM documents WHERE process_id = :process AND document_no > :after AND leaf_no >= 0
ORDER BY document_no LIMIT :limit
