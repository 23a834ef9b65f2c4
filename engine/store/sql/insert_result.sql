INSERT INTO results (process_id, level, stage, node_no, epoch, n_chunks, details, bytes, words, lines,
                     characters, sentences, terms, done_ms)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {now})
