-- process_id, plan_epoch
UPDATE processes SET plan_epoch = plan_epoch + 1, plan_owner = NULL, plan_expires_ms = 0
WHERE process_id = ? AND plan_epoch = ? AND planned = 0
