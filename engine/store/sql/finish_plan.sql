-- process_id, plan_epoch
UPDATE processes
SET planned = 1, plan_owner = NULL, plan_expires_ms = 0, plan_pages = plan_pages + 1, state = 'RUNNING',
    started_ms = CASE WHEN started_ms = 0 THEN {now} ELSE started_ms END
WHERE process_id = ? AND plan_epoch = ? AND planned = 0 AND state IN ('PENDING', 'RUNNING')
