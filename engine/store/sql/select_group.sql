-- What the node's group is part of, and how many of the group are done: none while one of them is open.
-- level, stage, node_no four times; the same again; process_id
SELECT p.planned, p.fan_in, p.n_leaves,
       CASE WHEN EXISTS
         (SELECT 1 FROM jobs j
          WHERE j.process_id = p.process_id AND j.state = 'OPEN' AND j.level = ? AND j.stage = ?
            AND j.node_no >= CAST(? AS INT8) - CAST(? AS INT8) % p.fan_in
            AND j.node_no < CAST(? AS INT8) - CAST(? AS INT8) % p.fan_in + p.fan_in)
       THEN 0 ELSE
         (SELECT COUNT(*) FROM results r
          WHERE r.process_id = p.process_id AND r.level = ? AND r.stage = ?
            AND r.node_no >= CAST(? AS INT8) - CAST(? AS INT8) % p.fan_in
            AND r.node_no < CAST(? AS INT8) - CAST(? AS INT8) % p.fan_in + p.fan_in)
       END
FROM processes p WHERE p.process_id = ?
