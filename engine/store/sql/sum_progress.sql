-- Counters of one shard may be negative: only their sums mean something.
SELECT CAST(COALESCE(SUM(g.done), 0) AS INT8),
       CAST(COALESCE(SUM(g.partial), 0) AS INT8),
       CAST(COALESCE(SUM(g.failed), 0) AS INT8),
       CAST(COALESCE(SUM(g.skipped), 0) AS INT8),
       CAST(COALESCE(SUM(g.summarised), 0) AS INT8),
       CAST(COALESCE(SUM(g.words), 0) AS INT8),
       CAST(COALESCE(SUM(g.bytes), 0) AS INT8)
FROM progress g
