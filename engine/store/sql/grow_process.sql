-- leaves, formerly failed in the plan, bytes of those, process_id
UPDATE processes SET n_leaves = n_leaves + ?, plan_failed = plan_failed - ?, bytes_found = bytes_found + ?
WHERE process_id = ?
