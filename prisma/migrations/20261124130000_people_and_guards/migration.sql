-- Searches by words need it; every managed Postgres has it.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- AlterTable
ALTER TABLE "boards"."boards" ADD COLUMN     "trashed_at" TIMESTAMPTZ(3),
ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(3),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "boards"."generations" ADD COLUMN     "search_text" TEXT GENERATED ALWAYS AS (left(coalesce("input_params" ->> 'prompt', '') || ' ' || coalesce("input_params" ->> 'text', '') || ' ' || coalesce("input_params" ->> 'original_filename', '') || ' ' || coalesce("input_params" ->> 'user_description', ''), 10000)) STORED,
ADD COLUMN     "trashed_at" TIMESTAMPTZ(3),
ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(3),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "boards"."generation_steps" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "boards"."generation_events" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "boards"."outbox_events" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "boards"."tags" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(3),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "boards"."generation_tags" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "boards"."tenants" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(3),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "boards"."provider_configs" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(3),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "boards"."users" ADD COLUMN     "disabled_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_email_verified" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "own_profile_fields" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "tenant_role" VARCHAR(20) NOT NULL DEFAULT 'member',
ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(3),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "boards"."audit_entries" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID,
    "via" VARCHAR(20) NOT NULL,
    "action" VARCHAR(100) NOT NULL,
    "target_type" VARCHAR(50),
    "target_id" VARCHAR(255),
    "details" JSONB NOT NULL DEFAULT '{}',
    "outcome" VARCHAR(100) NOT NULL DEFAULT 'ok',
    "ip_address" VARCHAR(64),
    "user_agent" VARCHAR(400),
    "request_id" VARCHAR(100),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "boards"."share_links" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "created_by" UUID,
    "shows_recipe" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "share_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."invitations" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "board_id" UUID,
    "email" VARCHAR(255) NOT NULL,
    "role" VARCHAR(20) NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."generation_marks" (
    "user_id" UUID NOT NULL,
    "generation_id" UUID NOT NULL,
    "is_starred" BOOLEAN NOT NULL DEFAULT false,
    "rating" SMALLINT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "generation_marks_pkey" PRIMARY KEY ("user_id","generation_id")
);

-- CreateTable
CREATE TABLE "boards"."user_sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" VARCHAR(64),
    "user_agent" VARCHAR(400),

    CONSTRAINT "user_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."password_credentials" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_credentials_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "boards"."api_keys" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "key_hash" VARCHAR(64) NOT NULL,
    "prefix" VARCHAR(20) NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "idx_audit_entries_tenant_created" ON "boards"."audit_entries"("tenant_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "idx_audit_entries_target" ON "boards"."audit_entries"("target_id");

-- CreateIndex
CREATE INDEX "idx_rate_limits_expire" ON "boards"."rate_limits"("expire");

-- CreateIndex
CREATE INDEX "idx_share_links_board" ON "boards"."share_links"("board_id");

-- CreateIndex
CREATE INDEX "idx_invitations_board" ON "boards"."invitations"("board_id");

-- CreateIndex
CREATE INDEX "idx_invitations_email" ON "boards"."invitations"("email");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_tenant_id_board_id_email_key" ON "boards"."invitations"("tenant_id", "board_id", "email");

-- CreateIndex
CREATE INDEX "idx_generation_marks_generation" ON "boards"."generation_marks"("generation_id");

-- CreateIndex
CREATE INDEX "idx_user_sessions_user" ON "boards"."user_sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "boards"."api_keys"("key_hash");

-- CreateIndex
CREATE INDEX "idx_api_keys_user" ON "boards"."api_keys"("user_id");

-- CreateIndex
CREATE INDEX "idx_boards_trashed" ON "boards"."boards"("trashed_at");

-- CreateIndex
CREATE INDEX "idx_boards_title_trgm" ON "boards"."boards" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "idx_boards_description_trgm" ON "boards"."boards" USING GIN ("description" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "idx_generations_trashed" ON "boards"."generations"("trashed_at");

-- CreateIndex
CREATE INDEX "idx_generations_search_text_trgm" ON "boards"."generations" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "idx_users_tenant_email" ON "boards"."users"("tenant_id", "email");

-- AddForeignKey
ALTER TABLE "boards"."audit_entries" ADD CONSTRAINT "audit_entries_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."share_links" ADD CONSTRAINT "share_links_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."share_links" ADD CONSTRAINT "share_links_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "boards"."boards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."share_links" ADD CONSTRAINT "share_links_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "boards"."users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."invitations" ADD CONSTRAINT "invitations_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."invitations" ADD CONSTRAINT "invitations_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "boards"."boards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."invitations" ADD CONSTRAINT "invitations_invited_by_fkey" FOREIGN KEY ("invited_by") REFERENCES "boards"."users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generation_marks" ADD CONSTRAINT "generation_marks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generation_marks" ADD CONSTRAINT "generation_marks_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "boards"."generations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."user_sessions" ADD CONSTRAINT "user_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."password_credentials" ADD CONSTRAINT "password_credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."api_keys" ADD CONSTRAINT "api_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "boards"."tags" ADD COLUMN     "created_by" UUID;

-- CreateIndex
CREATE INDEX "idx_tags_created_by" ON "boards"."tags"("created_by");

-- AddForeignKey
ALTER TABLE "boards"."tags" ADD CONSTRAINT "tags_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "boards"."users"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What the schema language cannot say.

ALTER TABLE "boards"."users" ADD CONSTRAINT "users_tenant_role_check" CHECK ("tenant_role" IN ('member', 'admin', 'owner'));
-- Two first visitors cannot both become the owner.
CREATE UNIQUE INDEX "users_one_owner_key" ON "boards"."users"("tenant_id") WHERE "tenant_role" = 'owner';
ALTER TABLE "boards"."generation_marks" ADD CONSTRAINT "generation_marks_rating_check" CHECK ("rating" BETWEEN 1 AND 5);
ALTER TABLE "boards"."invitations" ADD CONSTRAINT "invitations_role_check" CHECK ("role" IN ('viewer', 'editor', 'admin', 'member'));
ALTER TABLE "boards"."api_keys" ADD CONSTRAINT "api_keys_scopes_check" CHECK ("scopes" <@ ARRAY['read', 'generate', 'write', 'admin']);

-- An installation that was local until now has an owner already.
UPDATE "boards"."users" SET "tenant_role" = 'owner' WHERE "auth_provider" = 'none' AND "auth_subject" = 'dev-user';

-- The wall between tenants. The server works for a viewer as this role, which sees its own tenant and what is public, whatever a query
-- forgets to ask for. The owner of the tables (migrations, background functions) is not bound by it.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'boards_tenant') THEN CREATE ROLE boards_tenant NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'boards_tenant', 'MEMBER') THEN EXECUTE format('GRANT boards_tenant TO %I', current_user); END IF;
END $$;
GRANT USAGE ON SCHEMA "boards" TO boards_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "boards" TO boards_tenant;
REVOKE ALL ON "boards"."rate_limits" FROM boards_tenant;
-- The log of who did what is added to, never changed.
REVOKE UPDATE, DELETE ON "boards"."audit_entries" FROM boards_tenant;

CREATE FUNCTION "boards"."wall_tenant"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT NULLIF(current_setting('boards.tenant', true), '')::uuid
$$;

-- Tables of one tenant.
ALTER TABLE "boards"."tenants" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."tenants" TO boards_tenant USING ("id" = "boards"."wall_tenant"()) WITH CHECK ("id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."provider_configs" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."provider_configs" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."credit_transactions" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."credit_transactions" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."lora_models" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."lora_models" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."share_links" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."share_links" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."invitations" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."invitations" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."audit_entries" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."audit_entries" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."outbox_events" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."outbox_events" TO boards_tenant USING (("data" ->> 'tenantId')::uuid = "boards"."wall_tenant"()) WITH CHECK (("data" ->> 'tenantId')::uuid = "boards"."wall_tenant"());

-- Tables of one person, and so of his tenant.
ALTER TABLE "boards"."user_sessions" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."user_sessions" TO boards_tenant USING (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"()));
ALTER TABLE "boards"."password_credentials" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."password_credentials" TO boards_tenant USING (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"()));
ALTER TABLE "boards"."api_keys" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."api_keys" TO boards_tenant USING (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"()));

-- A public board is everybody's to read, with what is on it and who made it.
ALTER TABLE "boards"."boards" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."boards" FOR SELECT TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"() OR "is_public");
CREATE POLICY "tenant_wall_insert" ON "boards"."boards" FOR INSERT TO boards_tenant WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_update" ON "boards"."boards" FOR UPDATE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_delete" ON "boards"."boards" FOR DELETE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."generations" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."generations" FOR SELECT TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"() OR EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."is_public"));
CREATE POLICY "tenant_wall_insert" ON "boards"."generations" FOR INSERT TO boards_tenant WITH CHECK ("tenant_id" = "boards"."wall_tenant"() AND EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_update" ON "boards"."generations" FOR UPDATE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"() AND EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"())) WITH CHECK ("tenant_id" = "boards"."wall_tenant"() AND EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_delete" ON "boards"."generations" FOR DELETE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"() AND EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
ALTER TABLE "boards"."board_members" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."board_members" FOR SELECT TO boards_tenant USING (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()) OR EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."is_public"));
CREATE POLICY "tenant_wall_insert" ON "boards"."board_members" FOR INSERT TO boards_tenant WITH CHECK (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_update" ON "boards"."board_members" FOR UPDATE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_delete" ON "boards"."board_members" FOR DELETE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
ALTER TABLE "boards"."board_event_counters" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."board_event_counters" FOR SELECT TO boards_tenant USING (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()) OR EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."is_public"));
CREATE POLICY "tenant_wall_insert" ON "boards"."board_event_counters" FOR INSERT TO boards_tenant WITH CHECK (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_update" ON "boards"."board_event_counters" FOR UPDATE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_delete" ON "boards"."board_event_counters" FOR DELETE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
ALTER TABLE "boards"."generation_events" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."generation_events" FOR SELECT TO boards_tenant USING (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()) OR EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."is_public"));
CREATE POLICY "tenant_wall_insert" ON "boards"."generation_events" FOR INSERT TO boards_tenant WITH CHECK (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_update" ON "boards"."generation_events" FOR UPDATE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_delete" ON "boards"."generation_events" FOR DELETE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id" AND b."tenant_id" = "boards"."wall_tenant"()));
ALTER TABLE "boards"."generation_inputs" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."generation_inputs" FOR SELECT TO boards_tenant USING (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id"));
CREATE POLICY "tenant_wall_insert" ON "boards"."generation_inputs" FOR INSERT TO boards_tenant WITH CHECK (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_update" ON "boards"."generation_inputs" FOR UPDATE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_delete" ON "boards"."generation_inputs" FOR DELETE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"()));
ALTER TABLE "boards"."generation_steps" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."generation_steps" FOR SELECT TO boards_tenant USING (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id"));
CREATE POLICY "tenant_wall_insert" ON "boards"."generation_steps" FOR INSERT TO boards_tenant WITH CHECK (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_update" ON "boards"."generation_steps" FOR UPDATE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_delete" ON "boards"."generation_steps" FOR DELETE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"()));
ALTER TABLE "boards"."generation_tags" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."generation_tags" FOR SELECT TO boards_tenant USING (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id"));
CREATE POLICY "tenant_wall_insert" ON "boards"."generation_tags" FOR INSERT TO boards_tenant WITH CHECK (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_update" ON "boards"."generation_tags" FOR UPDATE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall_delete" ON "boards"."generation_tags" FOR DELETE TO boards_tenant USING (EXISTS (SELECT FROM "boards"."generations" AS g WHERE g."id" = "generation_id" AND g."tenant_id" = "boards"."wall_tenant"()));
ALTER TABLE "boards"."generation_marks" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."generation_marks" TO boards_tenant USING (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"()));
ALTER TABLE "boards"."tags" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."tags" FOR SELECT TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"() OR EXISTS (SELECT FROM "boards"."generation_tags" AS t WHERE t."tag_id" = "tags"."id"));
CREATE POLICY "tenant_wall_insert" ON "boards"."tags" FOR INSERT TO boards_tenant WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_update" ON "boards"."tags" FOR UPDATE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_delete" ON "boards"."tags" FOR DELETE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"());
ALTER TABLE "boards"."users" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."users" FOR SELECT TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"() OR EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."owner_id" = "users"."id" AND b."is_public") OR EXISTS (SELECT FROM "boards"."generations" AS g JOIN "boards"."boards" AS b ON b."id" = g."board_id" WHERE g."user_id" = "users"."id" AND b."is_public") OR EXISTS (SELECT FROM "boards"."board_members" AS m JOIN "boards"."boards" AS b ON b."id" = m."board_id" WHERE m."user_id" = "users"."id" AND b."is_public"));
CREATE POLICY "tenant_wall_insert" ON "boards"."users" FOR INSERT TO boards_tenant WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_update" ON "boards"."users" FOR UPDATE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());
CREATE POLICY "tenant_wall_delete" ON "boards"."users" FOR DELETE TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"());
