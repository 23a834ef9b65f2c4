-- process_id, leaf_no
UPDATE documents SET state = 'failed', reason = 'internal', reason_detail = 'the batch ended without it'
WHERE process_id = ? AND leaf_no = ? AND state = 'waiting'
RETURNING bytes
