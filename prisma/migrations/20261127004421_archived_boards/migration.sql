-- AlterTable
ALTER TABLE "boards"."boards" ADD COLUMN     "archived_at" TIMESTAMPTZ(3);
