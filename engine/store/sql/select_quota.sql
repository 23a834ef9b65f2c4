-- account; a row even for an unknown one
SELECT {now}, COALESCE((SELECT version FROM quotas WHERE account = ?), 0),
       COALESCE((SELECT book FROM quotas WHERE account = ?), '')
