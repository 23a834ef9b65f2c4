DELETE FROM quotas WHERE changed_ms <= {now} - ?
