ALTER TABLE "boards"."generations" ADD COLUMN "placeholder" VARCHAR(64);

-- What was stored before, which a background function goes through. Empty once that is done.
CREATE INDEX "idx_generations_without_placeholder" ON "boards"."generations"("id")
  WHERE "placeholder" IS NULL AND "status" = 'completed' AND cardinality("thumbnail_widths") > 0;
