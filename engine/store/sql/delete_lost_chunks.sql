-- Of workers that lost the job: process_id, level, stage, node_no, epoch that won
DELETE FROM result_chunks
WHERE process_id = ? AND level = ? AND stage = ? AND node_no = ? AND epoch <> ?
