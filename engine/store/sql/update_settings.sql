-- The pages are part of the version: settings, process_id
UPDATE processes SET settings = ?, plan_pages = plan_pages + 1 WHERE process_id = ? AND purging = 0
