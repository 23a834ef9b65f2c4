-- What an instance that is gone had claimed; its late work, if any, is fenced out: owner
UPDATE jobs SET epoch = epoch + 1, owner = NULL, visible_ms = 0
WHERE owner = ? AND state = 'OPEN'
  AND process_id IN (SELECT process_id FROM processes WHERE state <> 'COMPLETED' AND purging = 0)
