INSERT INTO documents (process_id, number, leaf_no, name, locator_kind, locator, bytes, modified_ns, sha256,
                       state, reason, reason_detail)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
