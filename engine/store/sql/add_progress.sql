-- process_id, shard, then each column but version in order
INSERT INTO progress (process_id, shard, analyse_leaves, analyse_merges, analyse_dead, summarise_leaves,
                      summarise_merges, summarise_dead, done, partial, failed, skipped, summarised,
                      bytes_done, bytes, words, lines, characters, sentences, terms, version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
ON CONFLICT (process_id, shard) DO UPDATE SET
  analyse_leaves = progress.analyse_leaves + excluded.analyse_leaves,
  analyse_merges = progress.analyse_merges + excluded.analyse_merges,
  analyse_dead = progress.analyse_dead + excluded.analyse_dead,
  summarise_leaves = progress.summarise_leaves + excluded.summarise_leaves,
  summarise_merges = progress.summarise_merges + excluded.summarise_merges,
  summarise_dead = progress.summarise_dead + excluded.summarise_dead,
  done = progress.done + excluded.done,
  partial = progress.partial + excluded.partial,
  failed = progress.failed + excluded.failed,
  skipped = progress.skipped + excluded.skipped,
  summarised = progress.summarised + excluded.summarised,
  bytes_done = progress.bytes_done + excluded.bytes_done,
  bytes = progress.bytes + excluded.bytes,
  words = progress.words + excluded.words,
  lines = progress.lines + excluded.lines,
  characters = progress.characters + excluded.characters,
  sentences = progress.sentences + excluded.sentences,
  terms = progress.terms + excluded.terms,
  version = progress.version + excluded.version
