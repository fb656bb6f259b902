-- DropForeignKey
ALTER TABLE "boards"."credit_transactions" DROP CONSTRAINT "credit_transactions_generation_id_fkey";

-- DropIndex
DROP INDEX "boards"."idx_credit_transactions_user";

-- DropIndex
DROP INDEX "boards"."idx_credit_transactions_tenant";

-- AlterTable
ALTER TABLE "boards"."credit_transactions" ADD COLUMN     "board_id" UUID,
ADD COLUMN     "generator_name" VARCHAR(100),
ALTER COLUMN "amount" SET DATA TYPE DECIMAL(18,6),
ALTER COLUMN "balance_after" SET DATA TYPE DECIMAL(18,6);

-- AlterTable
ALTER TABLE "boards"."generations" ADD COLUMN     "cost_usd" DECIMAL(12,6),
ADD COLUMN     "error_raw" TEXT,
ADD COLUMN     "made_by_generator" VARCHAR(100);

-- AlterTable
ALTER TABLE "boards"."provider_configs" ALTER COLUMN "tenant_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "boards"."credit_accounts" (
    "user_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "balance" DECIMAL(18,6) NOT NULL DEFAULT 0,

    CONSTRAINT "credit_accounts_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "boards"."spending_limits" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID,
    "period" VARCHAR(10) NOT NULL,
    "max_usd" DECIMAL(18,6),
    "max_generations" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spending_limits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."provider_jobs" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "provider_name" VARCHAR(100) NOT NULL,
    "generator_name" VARCHAR(100) NOT NULL,
    "endpoint" TEXT NOT NULL,
    "key_id" VARCHAR(150) NOT NULL,
    "state" VARCHAR(20) NOT NULL DEFAULT 'intent',
    "external_job_id" VARCHAR(255),
    "webhook_url" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outputs" JSONB,
    "billed_usd" DECIMAL(12,6),
    "error_code" VARCHAR(100),
    "error_raw" TEXT,
    "failover_note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."provider_uploads" (
    "key_id" VARCHAR(150) NOT NULL,
    "content_hash" VARCHAR(64) NOT NULL,
    "url" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_uploads_pkey" PRIMARY KEY ("key_id","content_hash")
);

-- CreateTable
CREATE TABLE "boards"."provider_health" (
    "key_id" VARCHAR(150) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),

    CONSTRAINT "provider_health_pkey" PRIMARY KEY ("key_id")
);

-- CreateTable
CREATE TABLE "boards"."generation_turns" (
    "batch_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "key_id" VARCHAR(150) NOT NULL,
    "key_limit" INTEGER NOT NULL,
    "admitted_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "generation_turns_pkey" PRIMARY KEY ("batch_id")
);

-- CreateTable
CREATE TABLE "boards"."generator_settings" (
    "id" UUID NOT NULL,
    "tenant_id" UUID,
    "generator_name" VARCHAR(100) NOT NULL,
    "is_offered" BOOLEAN,
    "position" INTEGER,
    "defaults" JSONB NOT NULL DEFAULT '{}',
    "limits" JSONB NOT NULL DEFAULT '{}',
    "price_usd" DECIMAL(12,6),
    "allowed_roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "time_limit_seconds" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "generator_settings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "idx_credit_accounts_tenant" ON "boards"."credit_accounts"("tenant_id");

-- CreateIndex
CREATE INDEX "idx_spending_limits_tenant" ON "boards"."spending_limits"("tenant_id");

-- CreateIndex
CREATE INDEX "idx_spending_limits_user" ON "boards"."spending_limits"("user_id");

-- CreateIndex
CREATE INDEX "idx_provider_jobs_tenant" ON "boards"."provider_jobs"("tenant_id");

-- CreateIndex
CREATE INDEX "idx_provider_jobs_external" ON "boards"."provider_jobs"("provider_name", "external_job_id");

-- CreateIndex
CREATE INDEX "idx_provider_jobs_state" ON "boards"."provider_jobs"("state", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "provider_jobs_batch_id_attempt_key" ON "boards"."provider_jobs"("batch_id", "attempt");

-- CreateIndex
CREATE INDEX "idx_generation_turns_tenant" ON "boards"."generation_turns"("tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "generator_settings_tenant_id_generator_name_key" ON "boards"."generator_settings"("tenant_id", "generator_name");

-- CreateIndex
CREATE INDEX "idx_credit_transactions_user" ON "boards"."credit_transactions"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "idx_credit_transactions_tenant" ON "boards"."credit_transactions"("tenant_id", "created_at");

-- AddForeignKey
ALTER TABLE "boards"."credit_accounts" ADD CONSTRAINT "credit_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."credit_accounts" ADD CONSTRAINT "credit_accounts_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."spending_limits" ADD CONSTRAINT "spending_limits_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."spending_limits" ADD CONSTRAINT "spending_limits_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."provider_jobs" ADD CONSTRAINT "provider_jobs_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generation_turns" ADD CONSTRAINT "generation_turns_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generator_settings" ADD CONSTRAINT "generator_settings_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One setting a provider and a generator for the installation itself: a unique index lets NULL in twice.
CREATE UNIQUE INDEX "provider_configs_installation_key" ON "boards"."provider_configs"("provider_name") WHERE "tenant_id" IS NULL;
CREATE UNIQUE INDEX "generator_settings_installation_key" ON "boards"."generator_settings"("generator_name") WHERE "tenant_id" IS NULL;

-- Whose turn it is is found without reading the queue: see admit-generations.ts.
CREATE INDEX "idx_generation_turns_waiting" ON "boards"."generation_turns"("key_id", "user_id", "created_at") WHERE "admitted_at" IS NULL;
CREATE INDEX "idx_generation_turns_at_work" ON "boards"."generation_turns"("key_id", "user_id") WHERE "admitted_at" IS NOT NULL;

-- A generation is reserved for once and settled once, whoever tries.
CREATE UNIQUE INDEX "credit_transactions_one_reserve" ON "boards"."credit_transactions"("generation_id") WHERE "transaction_type" = 'reserve';
CREATE UNIQUE INDEX "credit_transactions_one_settlement" ON "boards"."credit_transactions"("generation_id") WHERE "transaction_type" IN ('finalize', 'refund');

-- A batch is settled as one, also after some of its generations were deleted.
CREATE INDEX "idx_credit_transactions_batch" ON "boards"."credit_transactions"(("metadata" ->> 'batchId')) WHERE "transaction_type" = 'reserve';

-- The ledger is only ever added to. A row goes only with its tenant or its person.
CREATE FUNCTION "boards"."keep_credit_transactions"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND (
    NOT EXISTS (SELECT FROM "boards"."tenants" WHERE "id" = OLD."tenant_id") OR NOT EXISTS (SELECT FROM "boards"."users" WHERE "id" = OLD."user_id")
  ) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'credit_transactions is append-only';
END $$;
CREATE TRIGGER "keep_credit_transactions" BEFORE UPDATE OR DELETE ON "boards"."credit_transactions"
  FOR EACH ROW EXECUTE FUNCTION "boards"."keep_credit_transactions"();

-- The wall, also for what is new. What belongs to the installation alone has no policy, and no grant.
GRANT SELECT, INSERT, UPDATE, DELETE ON "boards"."credit_accounts", "boards"."spending_limits", "boards"."provider_jobs", "boards"."generation_turns", "boards"."generator_settings" TO boards_tenant;
REVOKE UPDATE, DELETE ON "boards"."credit_transactions" FROM boards_tenant;
ALTER TABLE "boards"."credit_accounts" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."credit_accounts" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."spending_limits" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."spending_limits" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."provider_jobs" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."provider_jobs" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."generation_turns" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."generation_turns" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."generator_settings" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."generator_settings" FOR SELECT TO boards_tenant USING ("tenant_id" IS NULL OR "tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_insert" ON "boards"."generator_settings" FOR INSERT TO boards_tenant WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_update" ON "boards"."generator_settings" FOR UPDATE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_delete" ON "boards"."generator_settings" FOR DELETE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."provider_uploads" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."provider_health" ENABLE ROW LEVEL SECURITY;

-- What the columns may say.
ALTER TABLE "boards"."generations" DROP CONSTRAINT "generations_phase_check";
ALTER TABLE "boards"."generations" ADD CONSTRAINT "generations_phase_check" CHECK ("phase" IN ('queued', 'initializing', 'processing', 'finalizing', 'needs_review'));
ALTER TABLE "boards"."provider_jobs" ADD CONSTRAINT "provider_jobs_state_check" CHECK ("state" IN ('intent', 'submitted', 'unknown', 'needs_review', 'succeeded', 'failed', 'cancelled', 'refused'));
ALTER TABLE "boards"."spending_limits" ADD CONSTRAINT "spending_limits_period_check" CHECK ("period" IN ('day', 'month'));
ALTER TABLE "boards"."spending_limits" ADD CONSTRAINT "spending_limits_limit_check" CHECK ("max_usd" IS NOT NULL OR "max_generations" IS NOT NULL);
