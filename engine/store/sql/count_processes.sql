-- Counters of one shard may be negative: only their sums mean something.
SELECT c.state, c.paused, c.removed, c.troubled, COUNT(*)
FROM (SELECT p.state, p.paused, CASE WHEN p.removed_ms > 0 THEN 1 ELSE 0 END AS removed,
             CASE WHEN p.state = 'FAILED' OR p.plan_failed > 0
                    OR (SELECT COALESCE(SUM(g.failed + g.partial + g.analyse_dead + g.summarise_dead), 0)
                        FROM progress g WHERE g.process_id = p.process_id) > 0 THEN 1 ELSE 0 END AS troubled
      FROM processes p WHERE p.purging = 0) c
GROUP BY c.state, c.paused, c.removed, c.troubled
