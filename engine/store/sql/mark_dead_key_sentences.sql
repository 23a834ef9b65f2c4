UPDATE jobs SET key_sentences = 1
WHERE process_id = ? AND stage = 'summarise' AND level = 0 AND state = 'DEAD'
