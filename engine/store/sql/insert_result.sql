-- process_id, level, stage, node_no, epoch, n_chunks, details, bytes, words, lines, characters, sentences, terms;
-- process_id, level, stage, node_no, epoch, n_chunks again: nothing is inserted unless the chunks are there
INSERT INTO results (process_id, level, stage, node_no, epoch, n_chunks, details, bytes, words, lines,
                     characters, sentences, terms, done_ms)
SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {now}
WHERE (SELECT COUNT(*) FROM result_chunks c
       WHERE c.process_id = ? AND c.level = ? AND c.stage = ? AND c.node_no = ? AND c.epoch = ?) = ?
