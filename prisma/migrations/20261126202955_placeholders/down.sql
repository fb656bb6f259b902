-- AlterTable
ALTER TABLE "boards"."generations" DROP COLUMN "placeholder";
