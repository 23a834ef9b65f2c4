SELECT instance_id, machine, program, version, process_number, workers, draining, activities, jobs_done,
       jobs_taken_over, started_ms, {now} - seen_ms
FROM instances ORDER BY machine, started_ms, instance_id LIMIT 10000
