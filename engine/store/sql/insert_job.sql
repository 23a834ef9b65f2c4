-- level, stage, node_no, parent_no, process_id
-- Epochs begin above all of earlier generations, so a job that was dropped and queued anew never meets the
-- epoch of a worker of its former life.
INSERT INTO jobs (process_id, level, stage, node_no, parent_no, state, epoch)
SELECT p.process_id, ?, ?, ?, ?, 'OPEN', p.gen * 4294967296
FROM processes p WHERE p.process_id = ? AND p.state = 'RUNNING'
ON CONFLICT (process_id, level, stage, node_no) DO NOTHING
