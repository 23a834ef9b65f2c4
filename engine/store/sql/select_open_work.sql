-- Whether open jobs exist, and any whose last lease ran out.
SELECT CASE WHEN EXISTS (SELECT 1 FROM jobs j WHERE j.process_id = p.process_id AND j.state = 'OPEN')
            THEN 1 ELSE 0 END,
       CASE WHEN EXISTS (SELECT 1 FROM jobs j WHERE j.process_id = p.process_id AND j.state = 'OPEN'
                           AND j.deliveries >= p.max_deliveries AND j.visible_ms <= {now}) THEN 1 ELSE 0 END
FROM processes p WHERE p.process_id = ?
