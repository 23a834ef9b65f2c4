SELECT provider, model, CAST(SUM(requests) AS INT8), CAST(SUM(input_tokens) AS INT8), CAST(SUM(output_tokens) AS INT8)
FROM model_usage
GROUP BY provider, model
ORDER BY provider, model
