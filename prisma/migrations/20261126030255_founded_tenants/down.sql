-- AlterTable
ALTER TABLE "boards"."tenants" DROP COLUMN "is_founded",
DROP COLUMN "uses_provider_keys";
