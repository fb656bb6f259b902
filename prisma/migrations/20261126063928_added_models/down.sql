-- DropForeignKey
ALTER TABLE "boards"."added_models" DROP CONSTRAINT "added_models_tenant_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."added_models" DROP CONSTRAINT "added_models_added_by_fkey";

-- DropForeignKey
ALTER TABLE "boards"."added_model_versions" DROP CONSTRAINT "added_model_versions_added_model_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."added_model_versions" DROP CONSTRAINT "added_model_versions_added_by_fkey";

-- AlterTable
ALTER TABLE "boards"."generations" DROP COLUMN "generator_version";

-- AlterTable
ALTER TABLE "boards"."provider_jobs" DROP COLUMN "generator_version";

-- DropTable
DROP TABLE "boards"."added_model_versions";

-- DropTable
DROP TABLE "boards"."added_models";
