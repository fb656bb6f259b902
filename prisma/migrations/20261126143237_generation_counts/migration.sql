-- DropIndex
DROP INDEX "boards"."idx_generation_inputs_source";

-- DropIndex
DROP INDEX "boards"."idx_provider_jobs_tenant";

-- AlterTable
ALTER TABLE "boards"."generation_inputs" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "boards"."generation_inputs" AS edge SET "created_at" = g."created_at" FROM "boards"."generations" AS g WHERE g."id" = edge."generation_id";

-- CreateTable
CREATE TABLE "boards"."board_generation_counts" (
    "id" BIGSERIAL NOT NULL,
    "board_id" UUID NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "board_generation_counts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "idx_board_generation_counts_board" ON "boards"."board_generation_counts"("board_id");

-- CreateIndex
CREATE INDEX "idx_audit_entries_action" ON "boards"."audit_entries"("tenant_id", "action", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "idx_generations_board_type" ON "boards"."generations"("board_id", "artifact_type", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "idx_generation_inputs_source" ON "boards"."generation_inputs"("input_generation_id", "created_at" DESC, "generation_id" DESC);

-- CreateIndex
CREATE INDEX "idx_provider_jobs_tenant" ON "boards"."provider_jobs"("tenant_id", "created_at" DESC, "id" DESC);

CREATE OR REPLACE FUNCTION "boards"."index_input_artifacts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM boards.generation_inputs WHERE generation_id = NEW.id;
  END IF;
  INSERT INTO boards.generation_inputs (generation_id, position, role, input_generation_id, artifact_type, created_at)
    SELECT NEW.id, item.position, item.value ->> 'role', (item.value ->> 'generation_id')::uuid, item.value ->> 'artifact_type', NEW.created_at
    FROM jsonb_array_elements(NEW.input_artifacts) WITH ORDINALITY AS item (value, position);
  RETURN NULL;
END $$;

-- Lists of what is rare on a board, and its cover. Prisma's schema cannot name a part of a table.
CREATE INDEX "idx_generations_board_status" ON "boards"."generations"("board_id", "status", "created_at" DESC, "id" DESC) WHERE "status" <> 'completed';
CREATE INDEX "idx_generations_cover" ON "boards"."generations"("board_id", "created_at" DESC, "id" DESC)
  WHERE "status" = 'completed' AND "trashed_at" IS NULL AND cardinality("thumbnail_widths") > 0;

-- Read within a tenant, written by the triggers alone. No foreign key: it would make who deletes a generation wait for who deletes its board,
-- who waits for the generation.
GRANT SELECT ON "boards"."board_generation_counts" TO boards_tenant;
ALTER TABLE "boards"."board_generation_counts" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."board_generation_counts" FOR SELECT TO boards_tenant USING (EXISTS (SELECT FROM "boards"."boards" AS b WHERE b."id" = "board_id"));

CREATE FUNCTION "boards"."count_added_generations"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO boards.board_generation_counts (board_id, change)
  SELECT board_id, count(*) FROM added WHERE trashed_at IS NULL GROUP BY board_id;
  RETURN NULL;
END $$;
CREATE FUNCTION "boards"."count_removed_generations"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO boards.board_generation_counts (board_id, change)
  SELECT board_id, -count(*) FROM removed WHERE trashed_at IS NULL GROUP BY board_id;
  RETURN NULL;
END $$;
CREATE FUNCTION "boards"."count_moved_generation"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO boards.board_generation_counts (board_id, change)
  SELECT board_id, change FROM (VALUES (OLD.board_id, -1, OLD.trashed_at), (NEW.board_id, 1, NEW.trashed_at)) AS side(board_id, change, trashed_at)
  WHERE trashed_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "trg_generations_count_added" AFTER INSERT ON "boards"."generations" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "boards"."count_added_generations"();
CREATE TRIGGER "trg_generations_count_removed" AFTER DELETE ON "boards"."generations" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "boards"."count_removed_generations"();
CREATE TRIGGER "trg_generations_count_moved" AFTER UPDATE OF "board_id", "trashed_at" ON "boards"."generations" FOR EACH ROW
  WHEN (OLD."board_id" <> NEW."board_id" OR (OLD."trashed_at" IS NULL) <> (NEW."trashed_at" IS NULL))
  EXECUTE FUNCTION "boards"."count_moved_generation"();

-- What is there already. The triggers keep others from writing until this is done.
INSERT INTO "boards"."board_generation_counts" ("board_id", "change")
SELECT "board_id", count(*) FROM "boards"."generations" WHERE "trashed_at" IS NULL GROUP BY "board_id";
