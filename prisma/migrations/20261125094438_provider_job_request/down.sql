-- AlterTable
ALTER TABLE "boards"."provider_jobs" DROP COLUMN "request";
