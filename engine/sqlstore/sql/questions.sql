-- name: select_snapshot
SELECT p.process_id, p.name, p.state, p.paused, p.planned, p.request, p.error, p.created_ms, p.started_ms, p.finished_ms,
       p.gen, p.n_documents, p.n_leaves, p.n_skipped, p.n_failed, p.bytes_found, p.stages,
       coalesce(sum(g.leaves_analysed), 0), coalesce(sum(g.leaves_summarised), 0), coalesce(sum(g.merges_analysed), 0),
       coalesce(sum(g.merges_summarised), 0), coalesce(sum(g.done), 0), coalesce(sum(g.partial), 0),
       coalesce(sum(g.failed), 0), coalesce(sum(g.skipped), 0), coalesce(sum(g.summarised), 0),
       coalesce(sum(g.bytes_settled), 0), coalesce(sum(g.bytes), 0), coalesce(sum(g.words), 0),
       coalesce(sum(g.lines), 0), coalesce(sum(g.characters), 0), coalesce(sum(g.sentences), 0),
       coalesce(sum(g.terms), 0), coalesce(sum(g.version), 0),
       (SELECT count(*) FROM jobs j WHERE j.process_id = p.process_id AND j.stage = 0 AND j.state = 'DEAD'),
       (SELECT count(*) FROM jobs j WHERE j.process_id = p.process_id AND j.stage = 1 AND j.state = 'DEAD')
FROM processes p LEFT JOIN progress g ON g.process_id = p.process_id
WHERE p.process_id = :process AND (p.removed_ms > 0) = (:removed = 1)
GROUP BY p.process_id

-- name: select_process_ids
SELECT process_id FROM processes
WHERE (removed_ms > 0) = (:removed = 1) AND (:state = '' OR state = :state) AND process_id >= :low AND process_id < :high
ORDER BY created_ms DESC, process_id LIMIT :limit OFFSET :offset

-- name: select_documents
SELECT document_no, name, locator_kind, locator, bytes, state, reason, detail, format, encoding, encoding_guessed, sha256,
       statistics, spent_ms
FROM documents
WHERE process_id = :process AND document_no > :after AND (:state = '' OR state = :state)
  AND (:problems = 0 OR reason IS NOT NULL)
ORDER BY document_no LIMIT :limit

-- name: select_summaries
SELECT document_no, summary, reason, detail FROM summaries
WHERE process_id = :process AND document_no > :after ORDER BY document_no LIMIT :limit

-- name: select_dead_letters
SELECT stage, level, node_no, deliveries, error, dead_ms, redriven_ms FROM dead_letters
WHERE process_id = :process ORDER BY dead_ms, stage, level, node_no LIMIT 1000
