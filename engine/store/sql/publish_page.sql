-- documents, leaves, failed, skipped, bytes, cursor, process_id, plan_epoch, documents so far
UPDATE processes
SET n_documents = n_documents + ?, n_leaves = n_leaves + ?, plan_failed = plan_failed + ?,
    plan_skipped = plan_skipped + ?, bytes_found = bytes_found + ?, plan_cursor = ?,
    plan_pages = plan_pages + 1, plan_expires_ms = {now} + lease_ms, state = 'RUNNING',
    started_ms = CASE WHEN started_ms = 0 THEN {now} ELSE started_ms END
WHERE process_id = ? AND plan_epoch = ? AND planned = 0 AND n_documents = ? AND state IN ('PENDING', 'RUNNING')
