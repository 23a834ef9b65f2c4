-- instance_id
DELETE FROM instances WHERE instance_id = ?
