-- AlterTable
ALTER TABLE "boards"."boards" DROP COLUMN "cover_generation_id";
