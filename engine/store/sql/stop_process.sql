-- A planner at work is fenced out, so that a resumed plan is claimed at once.
UPDATE processes
SET state = 'STOPPED', gen = gen + 1, finished_ms = {now}, plan_owner = NULL, plan_expires_ms = 0,
    plan_epoch = plan_epoch + 1
WHERE process_id = ? AND state IN ('PENDING', 'RUNNING') AND purging = 0
