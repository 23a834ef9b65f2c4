-- age in ms
DELETE FROM instances WHERE seen_ms < {now} - ?
