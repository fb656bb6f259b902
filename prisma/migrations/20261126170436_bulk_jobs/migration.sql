-- AlterTable
ALTER TABLE "boards"."boards" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "boards"."bulk_jobs" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "arguments" JSONB NOT NULL,
    "state" VARCHAR(20) NOT NULL DEFAULT 'running',
    "cursor_created_at" TIMESTAMPTZ(3),
    "cursor_id" UUID,
    "total" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "error_code" VARCHAR(100),
    "error_message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_jobs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "idx_bulk_jobs_user" ON "boards"."bulk_jobs"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "idx_bulk_jobs_tenant" ON "boards"."bulk_jobs"("tenant_id");

-- CreateIndex
CREATE INDEX "idx_bulk_jobs_state" ON "boards"."bulk_jobs"("state", "updated_at");

-- AddForeignKey
ALTER TABLE "boards"."bulk_jobs" ADD CONSTRAINT "bulk_jobs_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."bulk_jobs" ADD CONSTRAINT "bulk_jobs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "boards"."bulk_jobs" ADD CONSTRAINT "bulk_jobs_state_check" CHECK ("state" IN ('running', 'completed', 'failed', 'cancelled'));

-- The wall. Jobs are moved on by the installation.
GRANT SELECT, INSERT, UPDATE ON "boards"."bulk_jobs" TO boards_tenant;
ALTER TABLE "boards"."bulk_jobs" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."bulk_jobs" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
