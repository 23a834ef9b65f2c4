SELECT outcome FROM commits WHERE commit_id = ?
