-- removed, state or empty, state, id prefix's length, id prefix, since, before, before, after its id, limit, offset
SELECT p.process_id, p.name, p.state, p.paused, p.planned, p.settings, p.n_documents, p.n_leaves,
       p.plan_failed, p.plan_skipped, p.bytes_found, p.has_summary, p.error, p.created_ms, p.started_ms,
       p.finished_ms, p.gen + p.plan_pages,
       CAST(COALESCE(SUM(g.analyse_leaves), 0) AS INT8),
       CAST(COALESCE(SUM(g.analyse_merges), 0) AS INT8),
       CAST(COALESCE(SUM(g.analyse_dead), 0) AS INT8),
       CAST(COALESCE(SUM(g.summarise_leaves), 0) AS INT8),
       CAST(COALESCE(SUM(g.summarise_merges), 0) AS INT8),
       CAST(COALESCE(SUM(g.summarise_dead), 0) AS INT8),
       CAST(COALESCE(SUM(g.done), 0) AS INT8),
       CAST(COALESCE(SUM(g.partial), 0) AS INT8),
       CAST(COALESCE(SUM(g.failed), 0) AS INT8),
       CAST(COALESCE(SUM(g.skipped), 0) AS INT8),
       CAST(COALESCE(SUM(g.summarised), 0) AS INT8),
       CAST(COALESCE(SUM(g.bytes_done), 0) AS INT8),
       CAST(COALESCE(SUM(g.bytes), 0) AS INT8),
       CAST(COALESCE(SUM(g.words), 0) AS INT8),
       CAST(COALESCE(SUM(g.lines), 0) AS INT8),
       CAST(COALESCE(SUM(g.characters), 0) AS INT8),
       CAST(COALESCE(SUM(g.sentences), 0) AS INT8),
       CAST(COALESCE(SUM(g.terms), 0) AS INT8),
       CAST(COALESCE(SUM(g.version), 0) AS INT8),
       CASE WHEN p.removed_ms > 0 THEN 1 ELSE 0 END
FROM processes p LEFT JOIN progress g ON g.process_id = p.process_id
WHERE p.process_id IN (
  SELECT q.process_id FROM processes q
  WHERE CASE WHEN q.removed_ms > 0 THEN 1 ELSE 0 END = ? AND q.purging = 0 AND (? = '' OR q.state = ?)
    AND substr(q.process_id, 1, ?) = ? AND q.created_ms >= ?
    AND (q.created_ms < ? OR (q.created_ms = ? AND q.process_id > ?))
  ORDER BY q.created_ms DESC, q.process_id LIMIT ? OFFSET ?)
GROUP BY p.process_id
ORDER BY p.created_ms DESC, p.process_id
