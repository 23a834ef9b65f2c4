UPDATE jobs SET state = 'OPEN', deliveries = 0, epoch = epoch + 1, visible_ms = 0
WHERE process_id = ? AND state = 'DEAD'
RETURNING stage
