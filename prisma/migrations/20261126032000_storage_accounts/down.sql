DROP TRIGGER "trg_generations_bytes_changed" ON "boards"."generations";
DROP TRIGGER "trg_generations_bytes_removed" ON "boards"."generations";
DROP TRIGGER "trg_generations_bytes_added" ON "boards"."generations";
DROP FUNCTION "boards"."change_stored_bytes"();
DROP FUNCTION "boards"."remove_stored_bytes"();
DROP FUNCTION "boards"."add_stored_bytes"();
DROP FUNCTION "boards"."stored_bytes"(text, bigint);

-- DropTable
DROP TABLE "boards"."storage_accounts";

-- AlterTable
ALTER TABLE "boards"."tenants" DROP COLUMN "storage_limit_bytes";
