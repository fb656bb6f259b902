DROP TRIGGER "trg_generations_count_moved" ON "boards"."generations";
DROP TRIGGER "trg_generations_count_removed" ON "boards"."generations";
DROP TRIGGER "trg_generations_count_added" ON "boards"."generations";
DROP FUNCTION "boards"."count_moved_generation"();
DROP FUNCTION "boards"."count_removed_generations"();
DROP FUNCTION "boards"."count_added_generations"();
DROP INDEX "boards"."idx_generations_cover";
DROP INDEX "boards"."idx_generations_board_status";
CREATE OR REPLACE FUNCTION "boards"."index_input_artifacts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM boards.generation_inputs WHERE generation_id = NEW.id;
  END IF;
  INSERT INTO boards.generation_inputs (generation_id, position, role, input_generation_id, artifact_type)
    SELECT NEW.id, item.position, item.value ->> 'role', (item.value ->> 'generation_id')::uuid, item.value ->> 'artifact_type'
    FROM jsonb_array_elements(NEW.input_artifacts) WITH ORDINALITY AS item (value, position);
  RETURN NULL;
END $$;

-- DropIndex
DROP INDEX "boards"."idx_audit_entries_action";

-- DropIndex
DROP INDEX "boards"."idx_generations_board_type";

-- DropIndex
DROP INDEX "boards"."idx_generation_inputs_source";

-- DropIndex
DROP INDEX "boards"."idx_provider_jobs_tenant";

-- AlterTable
ALTER TABLE "boards"."generation_inputs" DROP COLUMN "created_at";

-- DropTable
DROP TABLE "boards"."board_generation_counts";

-- CreateIndex
CREATE INDEX "idx_generation_inputs_source" ON "boards"."generation_inputs"("input_generation_id");

-- CreateIndex
CREATE INDEX "idx_provider_jobs_tenant" ON "boards"."provider_jobs"("tenant_id");
