-- Takes the indexes that name it with it.
ALTER TABLE "boards"."generations" DROP COLUMN "perceptual_hash";
CREATE INDEX "idx_generations_without_placeholder" ON "boards"."generations"("id")
  WHERE "placeholder" IS NULL AND "status" = 'completed' AND cardinality("thumbnail_widths") > 0;
