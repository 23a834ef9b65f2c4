-- What settles a process: documents that came to something, and that failed.
SELECT CAST(COALESCE(SUM(g.done + g.partial), 0) AS INT8), CAST(COALESCE(SUM(g.failed), 0) AS INT8) + p.plan_failed
FROM processes p LEFT JOIN progress g ON g.process_id = p.process_id
WHERE p.process_id = ?
GROUP BY p.process_id
