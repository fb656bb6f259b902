DROP INDEX "boards"."idx_generations_recent_results";
