-- Leaves of the summarise stage whose documents get key sentences, whatever their process's summariser is.
ALTER TABLE jobs ADD COLUMN key_sentences INT8 NOT NULL DEFAULT 0;
