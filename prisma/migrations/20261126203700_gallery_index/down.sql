DROP INDEX "boards"."idx_generations_gallery";
