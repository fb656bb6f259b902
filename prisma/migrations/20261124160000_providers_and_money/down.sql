UPDATE "boards"."generations" SET "phase" = 'processing' WHERE "phase" = 'needs_review';
ALTER TABLE "boards"."generations" DROP CONSTRAINT "generations_phase_check";
ALTER TABLE "boards"."generations" ADD CONSTRAINT "generations_phase_check" CHECK ("phase" IN ('queued', 'initializing', 'processing', 'finalizing'));
DROP TRIGGER "keep_credit_transactions" ON "boards"."credit_transactions";
DROP FUNCTION "boards"."keep_credit_transactions"();
GRANT UPDATE, DELETE ON "boards"."credit_transactions" TO boards_tenant;
DROP INDEX "boards"."credit_transactions_one_reserve";
DROP INDEX "boards"."credit_transactions_one_settlement";
DROP INDEX "boards"."idx_credit_transactions_batch";
DROP INDEX "boards"."provider_configs_installation_key";
DELETE FROM "boards"."provider_configs" WHERE "tenant_id" IS NULL;

-- DropForeignKey
ALTER TABLE "boards"."credit_accounts" DROP CONSTRAINT "credit_accounts_user_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."credit_accounts" DROP CONSTRAINT "credit_accounts_tenant_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."spending_limits" DROP CONSTRAINT "spending_limits_tenant_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."spending_limits" DROP CONSTRAINT "spending_limits_user_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."provider_jobs" DROP CONSTRAINT "provider_jobs_tenant_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."generation_turns" DROP CONSTRAINT "generation_turns_tenant_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."generator_settings" DROP CONSTRAINT "generator_settings_tenant_id_fkey";

-- DropIndex
DROP INDEX "boards"."idx_credit_transactions_user";

-- DropIndex
DROP INDEX "boards"."idx_credit_transactions_tenant";

-- AlterTable
ALTER TABLE "boards"."credit_transactions" DROP COLUMN "board_id",
DROP COLUMN "generator_name",
ALTER COLUMN "amount" SET DATA TYPE DECIMAL(10,4),
ALTER COLUMN "balance_after" SET DATA TYPE DECIMAL(10,4);

-- AlterTable
ALTER TABLE "boards"."generations" DROP COLUMN "cost_usd",
DROP COLUMN "error_raw",
DROP COLUMN "made_by_generator";

-- AlterTable
ALTER TABLE "boards"."provider_configs" ALTER COLUMN "tenant_id" SET NOT NULL;

-- DropTable
DROP TABLE "boards"."credit_accounts";

-- DropTable
DROP TABLE "boards"."spending_limits";

-- DropTable
DROP TABLE "boards"."provider_jobs";

-- DropTable
DROP TABLE "boards"."provider_uploads";

-- DropTable
DROP TABLE "boards"."provider_health";

-- DropTable
DROP TABLE "boards"."generation_turns";

-- DropTable
DROP TABLE "boards"."generator_settings";

-- CreateIndex
CREATE INDEX "idx_credit_transactions_user" ON "boards"."credit_transactions"("user_id");

-- CreateIndex
CREATE INDEX "idx_credit_transactions_tenant" ON "boards"."credit_transactions"("tenant_id");

-- AddForeignKey
ALTER TABLE "boards"."credit_transactions" ADD CONSTRAINT "credit_transactions_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "boards"."generations"("id") ON DELETE SET NULL ON UPDATE CASCADE;
