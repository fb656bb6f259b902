-- DropForeignKey
ALTER TABLE "boards"."generation_search_texts" DROP CONSTRAINT "generation_search_texts_generation_id_fkey";

-- DropIndex
DROP INDEX "boards"."idx_generations_tenant_created";

-- AlterTable
ALTER TABLE "boards"."boards" DROP COLUMN "search_text";

-- AlterTable
ALTER TABLE "boards"."generations" ADD COLUMN     "search_text" TEXT GENERATED ALWAYS AS (left(coalesce("input_params" ->> 'prompt', '') || ' ' || coalesce("input_params" ->> 'text', '') || ' ' || coalesce("input_params" ->> 'original_filename', '') || ' ' || coalesce("input_params" ->> 'user_description', ''), 10000)) STORED;

-- AlterTable
ALTER TABLE "boards"."tags" DROP COLUMN "name_key";

-- DropTable
DROP TABLE "boards"."generation_search_texts";

-- CreateIndex
CREATE INDEX "idx_boards_title_trgm" ON "boards"."boards" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "idx_boards_description_trgm" ON "boards"."boards" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "idx_generations_tenant" ON "boards"."generations"("tenant_id");

-- CreateIndex
CREATE INDEX "idx_generations_search_text_trgm" ON "boards"."generations" USING GIN ("search_text" gin_trgm_ops);
