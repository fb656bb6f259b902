-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "boards";

-- CreateTable
CREATE TABLE "boards"."boards" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "title" VARCHAR(255) NOT NULL,
    "description" TEXT,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "boards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."board_members" (
    "id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" VARCHAR(20) NOT NULL,
    "invited_by" UUID,
    "joined_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "board_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."board_event_counters" (
    "board_id" UUID NOT NULL,
    "last_number" BIGINT NOT NULL,

    CONSTRAINT "board_event_counters_pkey" PRIMARY KEY ("board_id")
);

-- CreateTable
CREATE TABLE "boards"."credit_transactions" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "transaction_type" VARCHAR(20) NOT NULL,
    "amount" DECIMAL(10,4) NOT NULL,
    "balance_after" DECIMAL(10,4) NOT NULL,
    "generation_id" UUID,
    "description" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_transactions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."lora_models" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "base_model" VARCHAR(100) NOT NULL,
    "storage_url" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "trigger_word" VARCHAR(100),
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lora_models_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."generations" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "generator_name" VARCHAR(100) NOT NULL,
    "artifact_type" VARCHAR(50) NOT NULL,
    "input_params" JSONB NOT NULL,
    "status" VARCHAR(50) NOT NULL DEFAULT 'pending',
    "storage_url" TEXT,
    "thumbnail_url" TEXT,
    "additional_files" JSONB NOT NULL DEFAULT '[]',
    "output_metadata" JSONB NOT NULL DEFAULT '{}',
    "external_job_id" VARCHAR(255),
    "progress" DECIMAL(5,2) NOT NULL DEFAULT 0,
    "error_message" TEXT,
    "started_at" TIMESTAMPTZ(6),
    "completed_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "input_artifacts" JSONB NOT NULL DEFAULT '[]',
    "phase" VARCHAR(20) NOT NULL DEFAULT 'queued',
    "progress_message" TEXT,
    "error_code" VARCHAR(100),
    "batch_id" UUID NOT NULL,
    "batch_index" INTEGER NOT NULL DEFAULT 0,
    "batch_size" INTEGER NOT NULL DEFAULT 1,
    "idempotency_key" VARCHAR(255),
    "regenerated_from_id" UUID,
    "estimated_cost_usd" DECIMAL(12,6),
    "storage_key" TEXT,
    "thumbnail_widths" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "content_hash" VARCHAR(64),
    "mime_type" VARCHAR(255),
    "file_size_bytes" BIGINT,
    "width" INTEGER,
    "height" INTEGER,
    "duration_seconds" DOUBLE PRECISION,
    "frame_rate" DOUBLE PRECISION,
    "sample_rate" INTEGER,
    "channels" INTEGER,

    CONSTRAINT "generations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."generation_inputs" (
    "generation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "input_generation_id" UUID NOT NULL,
    "artifact_type" VARCHAR(50) NOT NULL,

    CONSTRAINT "generation_inputs_pkey" PRIMARY KEY ("generation_id","position")
);

-- CreateTable
CREATE TABLE "boards"."generation_steps" (
    "generation_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "generation_steps_pkey" PRIMARY KEY ("generation_id","name")
);

-- CreateTable
CREATE TABLE "boards"."generation_events" (
    "board_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "generation_id" UUID NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "generation_events_pkey" PRIMARY KEY ("board_id","number")
);

-- CreateTable
CREATE TABLE "boards"."outbox_events" (
    "id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(6),

    CONSTRAINT "outbox_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."tags" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "slug" VARCHAR(100) NOT NULL,
    "description" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."generation_tags" (
    "id" UUID NOT NULL,
    "generation_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "generation_tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."tenants" (
    "id" UUID NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "slug" VARCHAR(255) NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."provider_configs" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "provider_name" VARCHAR(100) NOT NULL,
    "config" JSONB NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_configs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards"."users" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "auth_provider" VARCHAR(50) NOT NULL,
    "auth_subject" VARCHAR(255) NOT NULL,
    "email" VARCHAR(255),
    "display_name" VARCHAR(255),
    "avatar_url" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "idx_boards_owner_updated" ON "boards"."boards"("owner_id", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "idx_boards_tenant" ON "boards"."boards"("tenant_id");

-- CreateIndex
CREATE INDEX "idx_boards_public_updated" ON "boards"."boards"("is_public", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "idx_board_members_user" ON "boards"."board_members"("user_id");

-- CreateIndex
CREATE INDEX "idx_board_members_inviter" ON "boards"."board_members"("invited_by");

-- CreateIndex
CREATE UNIQUE INDEX "board_members_board_id_user_id_key" ON "boards"."board_members"("board_id", "user_id");

-- CreateIndex
CREATE INDEX "idx_credit_transactions_user" ON "boards"."credit_transactions"("user_id");

-- CreateIndex
CREATE INDEX "idx_credit_transactions_tenant" ON "boards"."credit_transactions"("tenant_id");

-- CreateIndex
CREATE INDEX "idx_credit_transactions_generation" ON "boards"."credit_transactions"("generation_id");

-- CreateIndex
CREATE INDEX "idx_lora_models_tenant_user" ON "boards"."lora_models"("tenant_id", "user_id");

-- CreateIndex
CREATE INDEX "idx_generations_board_created" ON "boards"."generations"("board_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "idx_generations_user_created" ON "boards"."generations"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "idx_generations_status_updated" ON "boards"."generations"("status", "updated_at");

-- CreateIndex
CREATE INDEX "idx_generations_tenant" ON "boards"."generations"("tenant_id");

-- CreateIndex
CREATE INDEX "idx_generations_batch" ON "boards"."generations"("batch_id", "batch_index");

-- CreateIndex
CREATE INDEX "idx_generations_external_job" ON "boards"."generations"("external_job_id");

-- CreateIndex
CREATE INDEX "idx_generations_storage_key" ON "boards"."generations"("storage_key");

-- CreateIndex
CREATE INDEX "idx_generations_regenerated_from" ON "boards"."generations"("regenerated_from_id");

-- CreateIndex
CREATE INDEX "idx_generations_input_artifacts_gin" ON "boards"."generations" USING GIN ("input_artifacts" jsonb_ops);

-- CreateIndex
CREATE UNIQUE INDEX "generations_user_id_idempotency_key_key" ON "boards"."generations"("user_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "idx_generation_inputs_source" ON "boards"."generation_inputs"("input_generation_id");

-- CreateIndex
CREATE INDEX "idx_generation_events_generation" ON "boards"."generation_events"("generation_id");

-- CreateIndex
CREATE INDEX "idx_outbox_events_unsent" ON "boards"."outbox_events"("sent_at", "created_at");

-- CreateIndex
CREATE INDEX "idx_tags_slug" ON "boards"."tags"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "tags_tenant_id_slug_key" ON "boards"."tags"("tenant_id", "slug");

-- CreateIndex
CREATE INDEX "idx_generation_tags_tag" ON "boards"."generation_tags"("tag_id");

-- CreateIndex
CREATE UNIQUE INDEX "generation_tags_generation_id_tag_id_key" ON "boards"."generation_tags"("generation_id", "tag_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenants_slug_key" ON "boards"."tenants"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "provider_configs_tenant_id_provider_name_key" ON "boards"."provider_configs"("tenant_id", "provider_name");

-- CreateIndex
CREATE INDEX "idx_users_auth" ON "boards"."users"("auth_provider", "auth_subject");

-- CreateIndex
CREATE UNIQUE INDEX "users_tenant_id_auth_provider_auth_subject_key" ON "boards"."users"("tenant_id", "auth_provider", "auth_subject");

-- AddForeignKey
ALTER TABLE "boards"."boards" ADD CONSTRAINT "boards_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."boards" ADD CONSTRAINT "boards_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."board_members" ADD CONSTRAINT "board_members_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "boards"."boards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."board_members" ADD CONSTRAINT "board_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."board_members" ADD CONSTRAINT "board_members_invited_by_fkey" FOREIGN KEY ("invited_by") REFERENCES "boards"."users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."board_event_counters" ADD CONSTRAINT "board_event_counters_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "boards"."boards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."credit_transactions" ADD CONSTRAINT "credit_transactions_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."credit_transactions" ADD CONSTRAINT "credit_transactions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."credit_transactions" ADD CONSTRAINT "credit_transactions_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "boards"."generations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."lora_models" ADD CONSTRAINT "lora_models_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."lora_models" ADD CONSTRAINT "lora_models_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generations" ADD CONSTRAINT "generations_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generations" ADD CONSTRAINT "generations_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "boards"."boards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generations" ADD CONSTRAINT "generations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generations" ADD CONSTRAINT "generations_regenerated_from_id_fkey" FOREIGN KEY ("regenerated_from_id") REFERENCES "boards"."generations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generation_inputs" ADD CONSTRAINT "generation_inputs_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "boards"."generations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generation_steps" ADD CONSTRAINT "generation_steps_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "boards"."generations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generation_events" ADD CONSTRAINT "generation_events_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "boards"."boards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."tags" ADD CONSTRAINT "tags_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generation_tags" ADD CONSTRAINT "generation_tags_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "boards"."generations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."generation_tags" ADD CONSTRAINT "generation_tags_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "boards"."tags"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."provider_configs" ADD CONSTRAINT "provider_configs_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."users" ADD CONSTRAINT "users_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What the schema language cannot say.

-- CheckConstraints
ALTER TABLE "boards"."board_members" ADD CONSTRAINT "board_members_role_check" CHECK ("role" IN ('viewer', 'editor', 'admin'));
ALTER TABLE "boards"."credit_transactions" ADD CONSTRAINT "credit_transactions_type_check" CHECK ("transaction_type" IN ('reserve', 'finalize', 'refund', 'purchase', 'grant'));
ALTER TABLE "boards"."generations"
  ADD CONSTRAINT "generations_status_check" CHECK ("status" IN ('pending', 'processing', 'completed', 'failed', 'cancelled')),
  ADD CONSTRAINT "generations_artifact_type_check" CHECK ("artifact_type" IN ('image', 'video', 'audio', 'text', 'lora', 'model')),
  ADD CONSTRAINT "generations_phase_check" CHECK ("phase" IN ('queued', 'initializing', 'processing', 'finalizing')),
  ADD CONSTRAINT "generations_progress_check" CHECK ("progress" BETWEEN 0 AND 100),
  ADD CONSTRAINT "generations_batch_check" CHECK ("batch_index" >= 0 AND "batch_index" < "batch_size"),
  ADD CONSTRAINT "generations_input_artifacts_check" CHECK (jsonb_typeof("input_artifacts") = 'array');
ALTER TABLE "boards"."generation_events" ADD CONSTRAINT "generation_events_type_check" CHECK ("type" IN ('created', 'progress', 'completed', 'failed', 'cancelled', 'deleted'));

-- updated_at follows every change, whoever makes it.
CREATE FUNCTION "boards"."update_updated_at_column"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at = CURRENT_TIMESTAMP;
  RETURN NEW;
END $$;
CREATE TRIGGER "trg_tenants_updated_at" BEFORE UPDATE ON "boards"."tenants" FOR EACH ROW EXECUTE FUNCTION "boards"."update_updated_at_column"();
CREATE TRIGGER "trg_provider_configs_updated_at" BEFORE UPDATE ON "boards"."provider_configs" FOR EACH ROW EXECUTE FUNCTION "boards"."update_updated_at_column"();
CREATE TRIGGER "trg_users_updated_at" BEFORE UPDATE ON "boards"."users" FOR EACH ROW EXECUTE FUNCTION "boards"."update_updated_at_column"();
CREATE TRIGGER "trg_boards_updated_at" BEFORE UPDATE ON "boards"."boards" FOR EACH ROW EXECUTE FUNCTION "boards"."update_updated_at_column"();
CREATE TRIGGER "trg_lora_models_updated_at" BEFORE UPDATE ON "boards"."lora_models" FOR EACH ROW EXECUTE FUNCTION "boards"."update_updated_at_column"();
CREATE TRIGGER "trg_generations_updated_at" BEFORE UPDATE ON "boards"."generations" FOR EACH ROW EXECUTE FUNCTION "boards"."update_updated_at_column"();
CREATE TRIGGER "trg_tags_updated_at" BEFORE UPDATE ON "boards"."tags" FOR EACH ROW EXECUTE FUNCTION "boards"."update_updated_at_column"();

-- A terminal status is never left: the last wall behind the application's own conditions.
CREATE FUNCTION "boards"."keep_terminal_status"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'generation % is % and cannot become %', OLD.id, OLD.status, NEW.status
    USING ERRCODE = 'check_violation', CONSTRAINT = 'generations_terminal_status';
END $$;
CREATE TRIGGER "trg_generations_terminal_status" BEFORE UPDATE OF "status" ON "boards"."generations" FOR EACH ROW
  WHEN (OLD."status" IN ('completed', 'failed', 'cancelled') AND NEW."status" IS DISTINCT FROM OLD."status")
  EXECUTE FUNCTION "boards"."keep_terminal_status"();

-- generation_inputs is an index of generations.input_artifacts.
CREATE FUNCTION "boards"."index_input_artifacts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM boards.generation_inputs WHERE generation_id = NEW.id;
  END IF;
  INSERT INTO boards.generation_inputs (generation_id, position, role, input_generation_id, artifact_type)
    SELECT NEW.id, item.position, item.value ->> 'role', (item.value ->> 'generation_id')::uuid, item.value ->> 'artifact_type'
    FROM jsonb_array_elements(NEW.input_artifacts) WITH ORDINALITY AS item (value, position);
  RETURN NULL;
END $$;
CREATE TRIGGER "trg_generations_inputs_inserted" AFTER INSERT ON "boards"."generations" FOR EACH ROW
  WHEN (NEW."input_artifacts" <> '[]'::jsonb) EXECUTE FUNCTION "boards"."index_input_artifacts"();
CREATE TRIGGER "trg_generations_inputs_updated" AFTER UPDATE OF "input_artifacts" ON "boards"."generations" FOR EACH ROW
  WHEN (NEW."input_artifacts" IS DISTINCT FROM OLD."input_artifacts") EXECUTE FUNCTION "boards"."index_input_artifacts"();

-- Whoever listens hears of every journal row at its commit.
CREATE FUNCTION "boards"."notify_generation_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('generation_events', NEW.board_id || ':' || NEW.number);
  RETURN NULL;
END $$;
CREATE TRIGGER "trg_generation_events_notify" AFTER INSERT ON "boards"."generation_events" FOR EACH ROW EXECUTE FUNCTION "boards"."notify_generation_event"();
