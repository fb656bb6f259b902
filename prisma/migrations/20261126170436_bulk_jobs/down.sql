-- DropForeignKey
ALTER TABLE "boards"."bulk_jobs" DROP CONSTRAINT "bulk_jobs_tenant_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."bulk_jobs" DROP CONSTRAINT "bulk_jobs_user_id_fkey";

-- AlterTable
ALTER TABLE "boards"."boards" DROP COLUMN "deleted_at";

-- DropTable
DROP TABLE "boards"."bulk_jobs";
