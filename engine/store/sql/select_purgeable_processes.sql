-- age
SELECT process_id FROM processes
WHERE removed_ms > 0 AND (purging = 1 OR removed_ms <= {now} - ?) ORDER BY removed_ms LIMIT 100
