-- AlterTable
ALTER TABLE "boards"."generations" ADD COLUMN     "perceptual_hash" BIT(64);

-- What was stored before, which a background function goes through. Empty once that is done.
DROP INDEX "boards"."idx_generations_without_placeholder";
CREATE INDEX "idx_generations_without_looks" ON "boards"."generations"("id")
  WHERE ("placeholder" IS NULL OR "perceptual_hash" IS NULL AND "placeholder" <> '') AND "status" = 'completed' AND cardinality("thumbnail_widths") > 0;

-- Hashes are compared one by one, from this alone: its pages are a fraction of the table's.
CREATE INDEX "idx_generations_perceptual_hash" ON "boards"."generations"("board_id") INCLUDE ("id", "perceptual_hash")
  WHERE "perceptual_hash" IS NOT NULL;
