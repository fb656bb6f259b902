-- The wall goes with its role; the role itself may serve other databases of this server.
DROP OWNED BY boards_tenant;
ALTER TABLE "boards"."tenants" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."provider_configs" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."credit_transactions" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."lora_models" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."share_links" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."invitations" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."audit_entries" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."outbox_events" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."boards" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."generations" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."board_members" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."board_event_counters" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."generation_events" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."generation_inputs" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."generation_steps" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."generation_tags" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."tags" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "boards"."users" DISABLE ROW LEVEL SECURITY;
DROP FUNCTION "boards"."wall_tenant"() CASCADE;
DROP INDEX "boards"."users_one_owner_key";
ALTER TABLE "boards"."users" DROP CONSTRAINT "users_tenant_role_check";

-- DropForeignKey
ALTER TABLE "boards"."tags" DROP CONSTRAINT "tags_created_by_fkey";

-- DropIndex
DROP INDEX "boards"."idx_tags_created_by";

-- AlterTable
ALTER TABLE "boards"."tags" DROP COLUMN "created_by";

-- DropForeignKey
ALTER TABLE "boards"."audit_entries" DROP CONSTRAINT "audit_entries_tenant_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."share_links" DROP CONSTRAINT "share_links_tenant_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."share_links" DROP CONSTRAINT "share_links_board_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."share_links" DROP CONSTRAINT "share_links_created_by_fkey";

-- DropForeignKey
ALTER TABLE "boards"."invitations" DROP CONSTRAINT "invitations_tenant_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."invitations" DROP CONSTRAINT "invitations_board_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."invitations" DROP CONSTRAINT "invitations_invited_by_fkey";

-- DropForeignKey
ALTER TABLE "boards"."generation_marks" DROP CONSTRAINT "generation_marks_user_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."generation_marks" DROP CONSTRAINT "generation_marks_generation_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."user_sessions" DROP CONSTRAINT "user_sessions_user_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."password_credentials" DROP CONSTRAINT "password_credentials_user_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."api_keys" DROP CONSTRAINT "api_keys_user_id_fkey";

-- DropIndex
DROP INDEX "boards"."idx_boards_trashed";

-- DropIndex
DROP INDEX "boards"."idx_boards_title_trgm";

-- DropIndex
DROP INDEX "boards"."idx_boards_description_trgm";

-- DropIndex
DROP INDEX "boards"."idx_generations_trashed";

-- DropIndex
DROP INDEX "boards"."idx_generations_search_text_trgm";

-- DropIndex
DROP INDEX "boards"."idx_users_tenant_email";

-- AlterTable
ALTER TABLE "boards"."boards" DROP COLUMN "trashed_at",
ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "boards"."generations" DROP COLUMN "search_text",
DROP COLUMN "trashed_at",
ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "boards"."generation_steps" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "boards"."generation_events" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "boards"."outbox_events" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "boards"."tags" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "boards"."generation_tags" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "boards"."tenants" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "boards"."provider_configs" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "boards"."users" DROP COLUMN "disabled_at",
DROP COLUMN "is_email_verified",
DROP COLUMN "own_profile_fields",
DROP COLUMN "tenant_role",
ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6),
ALTER COLUMN "updated_at" SET DATA TYPE TIMESTAMPTZ(6);

-- DropTable
DROP TABLE "boards"."audit_entries";

-- DropTable
DROP TABLE "boards"."rate_limits";

-- DropTable
DROP TABLE "boards"."share_links";

-- DropTable
DROP TABLE "boards"."invitations";

-- DropTable
DROP TABLE "boards"."generation_marks";

-- DropTable
DROP TABLE "boards"."user_sessions";

-- DropTable
DROP TABLE "boards"."password_credentials";

-- DropTable
DROP TABLE "boards"."api_keys";

DROP EXTENSION IF EXISTS pg_trgm;
