SELECT provider, model, requests, input_tokens, output_tokens FROM model_usage WHERE process_id = ?
ORDER BY provider, model
