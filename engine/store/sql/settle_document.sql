-- state, reason, detail, facts, statistics, milliseconds, format, encoding, encoding_guessed, language, words,
-- lines, characters, sentences, process_id, number, leaf_no
UPDATE documents
SET state = ?, reason = ?, reason_detail = ?, facts = ?, statistics = ?, milliseconds = ?, format = ?,
    encoding = ?, encoding_guessed = ?, language = ?, words = ?, lines = ?, characters = ?, sentences = ?
WHERE process_id = ? AND number = ? AND leaf_no = ? AND state = 'waiting'
RETURNING bytes
