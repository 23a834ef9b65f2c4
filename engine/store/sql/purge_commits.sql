DELETE FROM commits WHERE committed_ms <= {now} - ?
