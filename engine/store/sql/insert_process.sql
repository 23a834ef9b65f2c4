-- process_id, idem_key, name, paused, settings, inputs, has_summary, fan_in, max_deliveries, lease_ms,
-- machine
INSERT INTO processes (process_id, idem_key, name, state, paused, settings, inputs, has_summary, fan_in,
                       max_deliveries, lease_ms, machine, created_ms)
VALUES (?, ?, ?, 'PENDING', ?, ?, ?, ?, ?, ?, ?, ?, {now})
ON CONFLICT (idem_key) DO NOTHING
