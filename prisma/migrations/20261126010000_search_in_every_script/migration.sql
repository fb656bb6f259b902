-- DropIndex
DROP INDEX "boards"."idx_boards_title_trgm";

-- DropIndex
DROP INDEX "boards"."idx_boards_description_trgm";

-- DropIndex
DROP INDEX "boards"."idx_generations_tenant";

-- DropIndex
DROP INDEX "boards"."idx_generations_search_text_trgm";

-- AlterTable
ALTER TABLE "boards"."boards" ADD COLUMN     "search_text" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "boards"."tags" ADD COLUMN     "name_key" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "boards"."generation_search_texts" (
    "generation_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "grams" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "generation_search_texts_pkey" PRIMARY KEY ("generation_id")
);

-- CreateIndex
CREATE INDEX "idx_generation_search_texts_grams" ON "boards"."generation_search_texts" USING GIN ("grams" array_ops);

-- CreateIndex
CREATE INDEX "idx_generations_tenant_created" ON "boards"."generations"("tenant_id", "created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "boards"."generation_search_texts" ADD CONSTRAINT "generation_search_texts_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "boards"."generations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What has words gets a row; an empty text tells the app to fold them, in a background round: a database cannot, or not as every other does.
INSERT INTO "boards"."generation_search_texts" ("generation_id", "text") SELECT "id", '' FROM "boards"."generations" WHERE trim("search_text") <> '';
CREATE INDEX "idx_generation_search_texts_unfolded" ON "boards"."generation_search_texts"("generation_id") WHERE "text" = '';
CREATE INDEX "idx_boards_unfolded" ON "boards"."boards"("id") WHERE "search_text" = '';
CREATE INDEX "idx_tags_unfolded" ON "boards"."tags"("id") WHERE "name_key" = '';

-- Folded texts are compared as they are, by code point, whatever the database's locale.
ALTER TABLE "boards"."generation_search_texts" ALTER COLUMN "text" SET DATA TYPE TEXT COLLATE "C";
ALTER TABLE "boards"."boards" ALTER COLUMN "search_text" SET DATA TYPE TEXT COLLATE "C";
ALTER TABLE "boards"."tags" ALTER COLUMN "name_key" SET DATA TYPE TEXT COLLATE "C";

-- A search runs as the installation, within one tenant by its own condition: under row-level security no index serves a search by words,
-- since none of PostgreSQL's operators for texts and lists is leakproof. A tenant only adds the words of its own generations.
ALTER TABLE "boards"."generation_search_texts" ENABLE ROW LEVEL SECURITY;
GRANT INSERT ON "boards"."generation_search_texts" TO boards_tenant;
CREATE POLICY "tenant_wall_insert" ON "boards"."generation_search_texts" FOR INSERT TO boards_tenant WITH CHECK (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"()));

-- AlterTable
ALTER TABLE "boards"."generations" DROP COLUMN "search_text";
