-- name: insert_result
INSERT INTO results (process_id, stage, level, node_no, epoch, details, n_chunks, done_ms)
VALUES (:process, :stage, :level, :node, :epoch, :details, :chunks, @now)
ON CONFLICT (process_id, stage, level, node_no) DO NOTHING

-- name: select_result_epoch
SELECT epoch FROM results WHERE process_id = :process AND stage = :stage AND level = :level AND node_no = :node

-- name: select_details
SELECT node_no, details FROM results
WHERE process_id = :process AND stage = :stage AND level = :level AND node_no >= :first AND node_no < :end
ORDER BY node_no

-- name: insert_chunk
INSERT INTO result_chunks (process_id, stage, level, node_no, epoch, chunk_no, data)
VALUES (:process, :stage, :level, :node, :epoch, :chunk, :data)
ON CONFLICT (process_id, stage, level, node_no, epoch, chunk_no) DO NOTHING

-- name: select_chunk_count
SELECT epoch, n_chunks FROM results WHERE process_id = :process AND stage = :stage AND level = :level AND node_no = :node

-- name: select_chunk
SELECT data FROM result_chunks
WHERE process_id = :process AND stage = :stage AND level = :level AND node_no = :node AND epoch = :epoch
  AND chunk_no = :chunk

-- name: settle_document
UPDATE documents SET state = :state, reason = :reason, detail = :detail, sha256 = :sha256, format = :format,
                     encoding = :encoding, encoding_guessed = :guessed, statistics = :statistics, spent_ms = :spent
WHERE process_id = :process AND document_no = :document AND leaf_no = :leaf AND state = 'waiting'

-- name: sum_leaf_bytes
SELECT coalesce(sum(bytes), 0) FROM documents WHERE process_id = :process AND leaf_no = :leaf AND state = 'waiting'

-- name: upsert_summary
INSERT INTO summaries (process_id, document_no, summary, reason, detail)
VALUES (:process, :document, :summary, :reason, :detail)
ON CONFLICT (process_id, document_no) DO UPDATE SET summary = excluded.summary, reason = excluded.reason,
                                                    detail = excluded.detail

-- name: add_progress
INSERT INTO progress (process_id, shard, leaves_analysed, leaves_summarised, merges_analysed, merges_summarised, done,
                      partial, failed, skipped, summarised, bytes_settled, bytes, words, lines, characters, sentences,
                      terms, version)
VALUES (:process, :shard, :leaves_analysed, :leaves_summarised, :merges_analysed, :merges_summarised, :done, :partial,
        :failed, :skipped, :summarised, :bytes_settled, :bytes, :words, :lines, :characters, :sentences, :terms, 1)
ON CONFLICT (process_id, shard) DO UPDATE SET
    leaves_analysed = progress.leaves_analysed + excluded.leaves_analysed,
    leaves_summarised = progress.leaves_summarised + excluded.leaves_summarised,
    merges_analysed = progress.merges_analysed + excluded.merges_analysed,
    merges_summarised = progress.merges_summarised + excluded.merges_summarised,
    done = progress.done + excluded.done,
    partial = progress.partial + excluded.partial,
    failed = progress.failed + excluded.failed,
    skipped = progress.skipped + excluded.skipped,
    summarised = progress.summarised + excluded.summarised,
    bytes_settled = progress.bytes_settled + excluded.bytes_settled,
    bytes = progress.bytes + excluded.bytes,
    words = progress.words + excluded.words,
    lines = progress.lines + excluded.lines,
    characters = progress.characters + excluded.characters,
    sentences = progress.sentences + excluded.sentences,
    terms = progress.terms + excluded.terms,
    version = progress.version + 1

-- name: select_analyse_tasks
SELECT document_no, name, locator_kind, locator, bytes, modified_ns, sha256
FROM documents WHERE process_id = :process AND leaf_no = :leaf AND state = 'waiting'
ORDER BY document_no

-- name: select_summarise_tasks
-- Analysed or not yet; what turned out to be unreadable is left out.
SELECT document_no, name, locator_kind, locator, bytes, modified_ns, sha256
FROM documents d WHERE process_id = :process AND leaf_no = :leaf AND state IN ('waiting', 'done', 'partial')
  AND NOT EXISTS (SELECT 1 FROM summaries s WHERE s.process_id = d.process_id AND s.document_no = d.document_no
                  AND s.summary IS NOT NULL)
ORDER BY document_no

-- name: select_retryable_documents
SELECT d.document_no, d.leaf_no, d.bytes, d.state, s.document_no
FROM documents d LEFT JOIN summaries s ON s.process_id = d.process_id AND s.document_no = d.document_no
WHERE d.process_id = :process AND d.document_no > :after AND length(d.locator) > 0
  AND (d.state = 'failed' OR (d.state IN ('done', 'partial') AND s.reason IS NOT NULL))
ORDER BY d.document_no LIMIT 1000

-- name: requeue_document
UPDATE documents SET leaf_no = :leaf, state = CASE WHEN state = 'failed' THEN 'waiting' ELSE state END,
                     sha256 = CASE WHEN state = 'failed' THEN NULL ELSE sha256 END,
                     reason = NULL, detail = NULL
WHERE process_id = :process AND document_no = :document

-- name: delete_summary
DELETE FROM summaries WHERE process_id = :process AND document_no = :document

-- name: delete_results_from
DELETE FROM results WHERE process_id = :process AND stage = :stage AND level = :level AND node_no >= :node

-- name: delete_chunks_from
DELETE FROM result_chunks WHERE process_id = :process AND stage = :stage AND level = :level AND node_no >= :node

-- name: delete_chunks_below
DELETE FROM result_chunks WHERE process_id = :process AND stage = :stage AND level = :level AND node_no < :node

-- name: delete_orphan_chunks
DELETE FROM result_chunks WHERE process_id = :process
  AND NOT EXISTS (SELECT 1 FROM results r
                  WHERE r.process_id = result_chunks.process_id AND r.stage = result_chunks.stage
                    AND r.level = result_chunks.level AND r.node_no = result_chunks.node_no
                    AND r.epoch = result_chunks.epoch)
