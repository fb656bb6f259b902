-- DropForeignKey
ALTER TABLE "boards"."bulk_job_inverses" DROP CONSTRAINT "bulk_job_inverses_job_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."bulk_job_inverses" DROP CONSTRAINT "bulk_job_inverses_tenant_id_fkey";

-- DropTable
DROP TABLE "boards"."bulk_job_inverses";
