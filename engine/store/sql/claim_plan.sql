-- instance, process_id
UPDATE processes SET plan_epoch = plan_epoch + 1, plan_owner = ?, plan_expires_ms = {now} + lease_ms
WHERE process_id = ? AND state IN ('PENDING', 'RUNNING') AND planned = 0 AND paused = 0
  AND plan_expires_ms <= {now}
