-- first node_no, end, stage, parent_no, process_id; epochs as in insert_job
WITH RECURSIVE nodes (node_no) AS (
  SELECT CAST(? AS INT8) UNION ALL SELECT node_no + 1 FROM nodes WHERE node_no + 1 < CAST(? AS INT8))
INSERT INTO jobs (process_id, level, stage, node_no, parent_no, state, epoch)
SELECT p.process_id, 0, ?, n.node_no, ?, 'OPEN', p.gen * 4294967296
FROM processes p CROSS JOIN nodes n WHERE p.process_id = ? AND p.state = 'RUNNING'
ON CONFLICT (process_id, level, stage, node_no) DO NOTHING
