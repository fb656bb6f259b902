-- How long a generator's last results took.
CREATE INDEX "idx_generations_recent_results" ON "boards"."generations"("tenant_id", "generator_name", "completed_at" DESC)
  WHERE "status" = 'completed' AND "batch_index" = 0;
