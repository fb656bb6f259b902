-- AlterTable
ALTER TABLE "boards"."generations" ADD COLUMN     "generator_version" INTEGER;

-- AlterTable
ALTER TABLE "boards"."provider_jobs" ADD COLUMN     "generator_version" INTEGER;

-- CreateTable
CREATE TABLE "boards"."added_models" (
    "id" UUID NOT NULL,
    "tenant_id" UUID,
    "name" VARCHAR(100) NOT NULL,
    "provider_name" VARCHAR(100) NOT NULL,
    "model_id" VARCHAR(300) NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "description" TEXT NOT NULL,
    "page" TEXT,
    "state" VARCHAR(20) NOT NULL DEFAULT 'draft',
    "retired_reason" TEXT,
    "price_usd" DECIMAL(12,6) NOT NULL,
    "price_per" VARCHAR(20) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "added_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "added_models_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."added_model_versions" (
    "added_model_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "source" JSON NOT NULL,
    "fingerprint" VARCHAR(64) NOT NULL,
    "added_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "added_model_versions_pkey" PRIMARY KEY ("added_model_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "added_models_name_key" ON "boards"."added_models"("name");

-- CreateIndex
CREATE INDEX "idx_added_models_tenant" ON "boards"."added_models"("tenant_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "idx_added_models_added_by" ON "boards"."added_models"("added_by");

-- CreateIndex
CREATE INDEX "idx_added_model_versions_added_by" ON "boards"."added_model_versions"("added_by");

-- AddForeignKey
ALTER TABLE "boards"."added_models" ADD CONSTRAINT "added_models_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."added_models" ADD CONSTRAINT "added_models_added_by_fkey" FOREIGN KEY ("added_by") REFERENCES "boards"."users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."added_model_versions" ADD CONSTRAINT "added_model_versions_added_model_id_fkey" FOREIGN KEY ("added_model_id") REFERENCES "boards"."added_models"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."added_model_versions" ADD CONSTRAINT "added_model_versions_added_by_fkey" FOREIGN KEY ("added_by") REFERENCES "boards"."users"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Whether something was made with an added model; the index holds nothing else.
CREATE INDEX "idx_generations_added_model" ON "boards"."generations"("generator_name") WHERE "generator_version" IS NOT NULL;
CREATE INDEX "idx_provider_jobs_added_model" ON "boards"."provider_jobs"("generator_name") WHERE "generator_version" IS NOT NULL;

-- What the columns may say.
ALTER TABLE "boards"."added_models" ADD CONSTRAINT "added_models_state_check" CHECK ("state" IN ('draft', 'offered', 'retired'));
ALTER TABLE "boards"."added_models" ADD CONSTRAINT "added_models_price_check" CHECK ("price_usd" >= 0 AND "price_per" IN ('request', 'image', 'megapixel', 'second', 'character'));

-- The wall: a tenant reads its own and the installation's, and writes its own. What a version says is never changed.
GRANT SELECT, INSERT, UPDATE, DELETE ON "boards"."added_models" TO boards_tenant;
GRANT SELECT, INSERT ON "boards"."added_model_versions" TO boards_tenant;
ALTER TABLE "boards"."added_models" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."added_models" FOR SELECT TO boards_tenant USING ("tenant_id" IS NULL OR "tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_insert" ON "boards"."added_models" FOR INSERT TO boards_tenant WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_update" ON "boards"."added_models" FOR UPDATE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_delete" ON "boards"."added_models" FOR DELETE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."added_model_versions" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."added_model_versions" FOR SELECT TO boards_tenant USING (EXISTS (SELECT FROM "boards"."added_models" AS m WHERE m."id" = "added_model_id"));
CREATE POLICY "tenant_wall_insert" ON "boards"."added_model_versions" FOR INSERT TO boards_tenant WITH CHECK (EXISTS (SELECT FROM "boards"."added_models" AS m WHERE m."id" = "added_model_id" AND m."tenant_id" = "boards"."wall_tenant"()));
