-- process_id or empty, process_id, first id, end
-- Not EXISTS: PostgreSQL makes a join of that, which reads every open job of the store for one look.
SELECT p.process_id, p.max_deliveries FROM processes p
WHERE p.state = 'RUNNING' AND p.paused = 0 AND (? = '' OR p.process_id = ?) AND p.process_id >= ? AND p.process_id < ?
  AND (SELECT j.state FROM jobs j WHERE j.process_id = p.process_id AND j.state = 'OPEN'
         AND j.visible_ms <= {now} AND j.deliveries < p.max_deliveries
       ORDER BY j.level, j.stage, j.node_no LIMIT 1) = 'OPEN'
ORDER BY p.process_id LIMIT 16
