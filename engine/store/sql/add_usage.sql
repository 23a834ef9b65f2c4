-- process_id, provider, model, requests, input_tokens, output_tokens
INSERT INTO model_usage (process_id, provider, model, requests, input_tokens, output_tokens)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (process_id, provider, model) DO UPDATE
SET requests = model_usage.requests + excluded.requests,
    input_tokens = model_usage.input_tokens + excluded.input_tokens,
    output_tokens = model_usage.output_tokens + excluded.output_tokens
