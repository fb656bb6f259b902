-- CreateTable
CREATE TABLE "boards"."bulk_job_inverses" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "change" JSONB NOT NULL,
    "generation_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bulk_job_inverses_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "idx_bulk_job_inverses_job" ON "boards"."bulk_job_inverses"("job_id");

-- CreateIndex
CREATE INDEX "idx_bulk_job_inverses_tenant" ON "boards"."bulk_job_inverses"("tenant_id");

-- CreateIndex
CREATE INDEX "idx_bulk_job_inverses_created" ON "boards"."bulk_job_inverses"("created_at");

-- AddForeignKey
ALTER TABLE "boards"."bulk_job_inverses" ADD CONSTRAINT "bulk_job_inverses_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "boards"."bulk_jobs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."bulk_job_inverses" ADD CONSTRAINT "bulk_job_inverses_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The wall. Undoing is done by the installation.
GRANT SELECT, INSERT, UPDATE, DELETE ON "boards"."bulk_job_inverses" TO boards_tenant;
ALTER TABLE "boards"."bulk_job_inverses" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."bulk_job_inverses" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
