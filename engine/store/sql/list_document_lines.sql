-- process_id, after, limit
SELECT number, name, locator_kind, locator, bytes, state, reason, reason_detail, milliseconds, format, encoding,
       encoding_guessed, language, words, lines, characters, sentences,
       CASE WHEN words IS NULL THEN facts END, CASE WHEN words IS NULL THEN statistics END
FROM documents WHERE process_id = ? AND number > ?
ORDER BY number LIMIT ?
