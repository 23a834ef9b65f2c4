-- book, account, version
UPDATE quotas SET book = ?, version = version + 1, changed_ms = {now} WHERE account = ? AND version = ?
