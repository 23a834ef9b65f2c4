-- What planning found, and how long the oldest process waits to be planned.
SELECT CAST(COALESCE(SUM(p.plan_failed), 0) AS INT8),
       CAST(COALESCE(SUM(p.plan_skipped), 0) AS INT8),
       COALESCE(MAX(CASE WHEN p.state = 'PENDING' AND p.paused = 0 AND p.removed_ms = 0
                         THEN {now} - p.created_ms ELSE 0 END), 0)
FROM processes p WHERE p.purging = 0
