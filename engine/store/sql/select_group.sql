-- level, stage, node_no four times, process_id: how many of the node's group are done, and what the group is part of
SELECT p.planned, p.fan_in, p.n_leaves,
       (SELECT COUNT(*) FROM results r
        WHERE r.process_id = p.process_id AND r.level = ? AND r.stage = ?
          AND r.node_no >= CAST(? AS INT8) - CAST(? AS INT8) % p.fan_in
          AND r.node_no < CAST(? AS INT8) - CAST(? AS INT8) % p.fan_in + p.fan_in)
FROM processes p WHERE p.process_id = ?
