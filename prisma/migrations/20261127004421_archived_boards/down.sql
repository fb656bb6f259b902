-- AlterTable
ALTER TABLE "boards"."boards" DROP COLUMN "archived_at";
