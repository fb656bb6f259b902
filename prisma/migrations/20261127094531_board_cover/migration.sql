-- AlterTable
ALTER TABLE "boards"."boards" ADD COLUMN     "cover_generation_id" UUID;
