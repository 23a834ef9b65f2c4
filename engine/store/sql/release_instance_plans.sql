-- plan_owner
UPDATE processes SET plan_epoch = plan_epoch + 1, plan_owner = NULL, plan_expires_ms = 0
WHERE plan_owner = ? AND planned = 0
