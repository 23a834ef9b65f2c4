SELECT p.state, p.paused, CASE WHEN p.removed_ms > 0 THEN 1 ELSE 0 END,
       CASE WHEN p.state = 'FAILED' OR p.plan_failed > 0 OR EXISTS (
         SELECT 1 FROM progress g WHERE g.process_id = p.process_id
         AND (g.failed > 0 OR g.partial > 0 OR g.analyse_dead > 0 OR g.summarise_dead > 0)) THEN 1 ELSE 0 END,
       count(*)
FROM processes p WHERE p.purging = 0
GROUP BY 1, 2, 3, 4
