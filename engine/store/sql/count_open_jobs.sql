-- Jobs of processes that are worked on, by stage: those nobody has, the others, and how long the first that could
-- have been taken has waited.
SELECT j.stage,
       COUNT(CASE WHEN j.owner IS NULL OR j.visible_ms <= {now} THEN 1 END),
       COUNT(CASE WHEN j.owner IS NULL OR j.visible_ms <= {now} THEN NULL ELSE 1 END),
       COALESCE(MAX(CASE WHEN j.visible_ms > {now} THEN 0
                         WHEN j.visible_ms > p.started_ms THEN {now} - j.visible_ms
                         ELSE {now} - p.started_ms END), 0)
FROM processes p JOIN jobs j ON j.process_id = p.process_id
WHERE p.state = 'RUNNING' AND p.paused = 0 AND p.purging = 0 AND j.state = 'OPEN'
GROUP BY j.stage
