-- The pages are part of the version: name, process_id
UPDATE processes SET name = ?, plan_pages = plan_pages + 1 WHERE process_id = ? AND purging = 0
