-- instance_id, machine, program, version, process_number, workers, draining, activities, jobs_done, jobs_taken_over
INSERT INTO instances (instance_id, machine, program, version, process_number, workers, draining, activities,
                       jobs_done, jobs_taken_over, started_ms, seen_ms)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {now}, {now})
ON CONFLICT (instance_id) DO UPDATE
SET workers = excluded.workers, draining = excluded.draining, activities = excluded.activities,
    jobs_done = excluded.jobs_done, jobs_taken_over = excluded.jobs_taken_over, seen_ms = excluded.seen_ms
