-- process_id, stage, max_deliveries, how many to pass over
-- The last columns: whether a worker had it whose lease ran out; whether one may have died of its documents while
-- it analysed them.
SELECT j.level, j.stage, j.node_no, CASE WHEN j.owner IS NULL THEN 0 ELSE 1 END,
       CASE WHEN j.stage = 'summarise' AND EXISTS
         (SELECT 1 FROM jobs a WHERE a.process_id = j.process_id AND a.level = 0 AND a.stage = 'analyse'
            AND a.node_no = j.node_no AND a.state = 'OPEN' AND a.deliveries > 0
            AND (a.deliveries > 1 OR a.owner IS NULL OR a.visible_ms <= {now})) THEN 1 ELSE 0 END
FROM jobs j
WHERE j.process_id = ? AND j.state = 'OPEN' AND j.level = 0 AND j.stage = ? AND j.visible_ms <= {now}
  AND j.deliveries < ?
ORDER BY j.node_no LIMIT 32 OFFSET ?
