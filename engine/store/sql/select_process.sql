SELECT state, paused, planned, has_summary, fan_in, max_deliveries, n_documents, n_leaves, plan_epoch,
       plan_cursor, removed_ms, name, settings, inputs, machine
FROM processes WHERE process_id = ? AND purging = 0
