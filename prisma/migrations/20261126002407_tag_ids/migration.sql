-- AlterTable
ALTER TABLE "boards"."generations" ADD COLUMN     "tag_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateIndex
CREATE INDEX "idx_generations_tag_ids" ON "boards"."generations" USING GIN ("tag_ids");

-- generations.tag_ids follows generation_tags. What is there is changed, never counted anew: of two that tag one generation at the same moment,
-- the later one waits for the row and then adds to what the first one left.
CREATE FUNCTION "boards"."add_tag_ids"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE boards.generations AS g SET tag_ids = g.tag_ids || added.tag_ids
  FROM (SELECT generation_id, array_agg(tag_id) AS tag_ids FROM changed GROUP BY generation_id) AS added
  WHERE g.id = added.generation_id;
  RETURN NULL;
END $$;
CREATE FUNCTION "boards"."remove_tag_ids"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE boards.generations AS g SET tag_ids = ARRAY(SELECT unnest(g.tag_ids) EXCEPT SELECT unnest(removed.tag_ids))
  FROM (SELECT generation_id, array_agg(tag_id) AS tag_ids FROM changed GROUP BY generation_id) AS removed
  WHERE g.id = removed.generation_id;
  RETURN NULL;
END $$;
CREATE TRIGGER "trg_generation_tags_added" AFTER INSERT ON "boards"."generation_tags" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "boards"."add_tag_ids"();
CREATE TRIGGER "trg_generation_tags_removed" AFTER DELETE ON "boards"."generation_tags" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "boards"."remove_tag_ids"();

-- Nothing is newer for it.
ALTER TABLE "boards"."generations" DISABLE TRIGGER "trg_generations_updated_at";
UPDATE "boards"."generations" AS g SET "tag_ids" = put.tag_ids
FROM (SELECT generation_id, array_agg(tag_id) AS tag_ids FROM "boards"."generation_tags" GROUP BY generation_id) AS put WHERE g.id = put.generation_id;
ALTER TABLE "boards"."generations" ENABLE TRIGGER "trg_generations_updated_at";
