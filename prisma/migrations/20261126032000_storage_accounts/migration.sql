-- AlterTable
ALTER TABLE "boards"."tenants" ADD COLUMN     "storage_limit_bytes" BIGINT;

-- CreateTable
CREATE TABLE "boards"."storage_accounts" (
    "user_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "used_bytes" BIGINT NOT NULL DEFAULT 0,
    "limit_bytes" BIGINT,

    CONSTRAINT "storage_accounts_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "idx_storage_accounts_tenant" ON "boards"."storage_accounts"("tenant_id");

-- AddForeignKey
ALTER TABLE "boards"."storage_accounts" ADD CONSTRAINT "storage_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."storage_accounts" ADD CONSTRAINT "storage_accounts_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "boards"."storage_accounts" TO boards_tenant;
ALTER TABLE "boards"."storage_accounts" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall" ON "boards"."storage_accounts" TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"()) WITH CHECK ("tenant_id" = "boards"."wall_tenant"());

-- used_bytes follows generations. Each account's row is held until the transaction ends, so whoever adds at the same moment waits, and sees
-- what the other one left. Several accounts are taken in the order of their ids.
CREATE FUNCTION "boards"."stored_bytes"("storage_key" text, "file_size_bytes" bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN storage_key IS NULL THEN 0 ELSE coalesce(file_size_bytes, 0) END
$$;
CREATE FUNCTION "boards"."add_stored_bytes"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO boards.storage_accounts AS account (user_id, tenant_id, used_bytes)
  SELECT u.id, u.tenant_id, sum(boards.stored_bytes(added.storage_key, added.file_size_bytes))
  FROM added JOIN boards.users AS u ON u.id = added.user_id
  WHERE boards.stored_bytes(added.storage_key, added.file_size_bytes) <> 0 GROUP BY u.id, u.tenant_id ORDER BY u.id
  ON CONFLICT (user_id) DO UPDATE SET used_bytes = account.used_bytes + excluded.used_bytes;
  RETURN NULL;
END $$;
CREATE FUNCTION "boards"."remove_stored_bytes"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM boards.storage_accounts WHERE user_id IN (SELECT user_id FROM removed) ORDER BY user_id FOR UPDATE;
  UPDATE boards.storage_accounts AS account SET used_bytes = account.used_bytes - gone.bytes
  FROM (SELECT user_id, sum(boards.stored_bytes(storage_key, file_size_bytes)) AS bytes FROM removed GROUP BY user_id) AS gone
  WHERE account.user_id = gone.user_id AND gone.bytes <> 0;
  RETURN NULL;
END $$;
CREATE FUNCTION "boards"."change_stored_bytes"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE boards.storage_accounts SET used_bytes = used_bytes - boards.stored_bytes(OLD.storage_key, OLD.file_size_bytes)
  WHERE user_id = OLD.user_id AND boards.stored_bytes(OLD.storage_key, OLD.file_size_bytes) <> 0;
  INSERT INTO boards.storage_accounts AS account (user_id, tenant_id, used_bytes)
  SELECT id, tenant_id, boards.stored_bytes(NEW.storage_key, NEW.file_size_bytes) FROM boards.users WHERE id = NEW.user_id
  ON CONFLICT (user_id) DO UPDATE SET used_bytes = account.used_bytes + excluded.used_bytes;
  RETURN NULL;
END $$;
CREATE TRIGGER "trg_generations_bytes_added" AFTER INSERT ON "boards"."generations" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "boards"."add_stored_bytes"();
CREATE TRIGGER "trg_generations_bytes_removed" AFTER DELETE ON "boards"."generations" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "boards"."remove_stored_bytes"();
CREATE TRIGGER "trg_generations_bytes_changed" AFTER UPDATE OF "storage_key", "file_size_bytes", "user_id" ON "boards"."generations" FOR EACH ROW
  WHEN ((OLD."storage_key", OLD."file_size_bytes", OLD."user_id") IS DISTINCT FROM (NEW."storage_key", NEW."file_size_bytes", NEW."user_id"))
  EXECUTE FUNCTION "boards"."change_stored_bytes"();

-- What is there already. The triggers above keep others from writing until this is done.
INSERT INTO "boards"."storage_accounts" ("user_id", "tenant_id", "used_bytes")
SELECT u."id", u."tenant_id", sum("boards"."stored_bytes"(g."storage_key", g."file_size_bytes"))
FROM "boards"."generations" AS g JOIN "boards"."users" AS u ON u."id" = g."user_id" GROUP BY u."id", u."tenant_id";
