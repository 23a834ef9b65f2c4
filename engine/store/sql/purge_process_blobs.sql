DELETE FROM process_blobs WHERE process_id = ?
