-- owner, process_id, level, stage, node_no
UPDATE jobs
SET epoch = epoch + 1, deliveries = deliveries + 1, owner = ?,
    visible_ms = {now} + (SELECT l.lease_ms FROM processes l WHERE l.process_id = jobs.process_id)
WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ? AND state = 'OPEN' AND visible_ms <= {now}
  AND EXISTS (SELECT 1 FROM processes p WHERE p.process_id = jobs.process_id AND p.state = 'RUNNING'
                AND p.paused = 0 AND jobs.deliveries < p.max_deliveries)
RETURNING epoch, deliveries, key_sentences
