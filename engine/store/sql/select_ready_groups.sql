-- Groups whose members are all done and whose parent is not queued:
-- process_id, level, stage, members of a full group, last group's number, its members
SELECT j.parent_no FROM jobs j
WHERE j.process_id = ? AND j.level = ? AND j.stage = ? AND j.state = 'DONE'
  AND NOT EXISTS (SELECT 1 FROM jobs q WHERE q.process_id = j.process_id AND q.level = j.level + 1
                    AND q.stage = j.stage AND q.node_no = j.parent_no)
GROUP BY j.parent_no
HAVING COUNT(*) = ? OR (j.parent_no = ? AND COUNT(*) = ?)
ORDER BY j.parent_no LIMIT 1000
