-- Opens the plan again; a planner at work is fenced out and the next goes on from the cursor with the longer
-- list: inputs, machine, process_id
UPDATE processes
SET inputs = ?, machine = ?, planned = 0, plan_epoch = plan_epoch + 1, plan_owner = NULL, plan_expires_ms = 0,
    plan_pages = plan_pages + 1, gen = gen + 1, finished_ms = 0, error = '',
    started_ms = CASE WHEN state = 'STOPPED' AND started_ms = 0 THEN {now} ELSE started_ms END,
    state = CASE WHEN state = 'PENDING' THEN 'PENDING' ELSE 'RUNNING' END
WHERE process_id = ?
