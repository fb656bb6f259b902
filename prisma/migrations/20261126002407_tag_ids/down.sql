DROP TRIGGER "trg_generation_tags_added" ON "boards"."generation_tags";
DROP TRIGGER "trg_generation_tags_removed" ON "boards"."generation_tags";
DROP FUNCTION "boards"."add_tag_ids"();
DROP FUNCTION "boards"."remove_tag_ids"();
-- DropIndex
DROP INDEX "boards"."idx_generations_tag_ids";

-- AlterTable
ALTER TABLE "boards"."generations" DROP COLUMN "tag_ids";
