-- AlterTable
ALTER TABLE "boards"."provider_jobs" ADD COLUMN     "request" JSONB NOT NULL DEFAULT '{}';
