-- The index of a gallery is counted from this alone, whose pages are a seventh of the table's. Prisma's schema cannot name a part of a table.
CREATE INDEX "idx_generations_gallery" ON "boards"."generations"("board_id", "created_at", "batch_id") INCLUDE ("artifact_type", "width", "height")
  WHERE "trashed_at" IS NULL;
