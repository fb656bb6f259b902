-- CreateTable
CREATE TABLE "boards"."accounts" (
    "id" UUID NOT NULL,
    "auth_provider" VARCHAR(50) NOT NULL,
    "auth_subject" VARCHAR(255) NOT NULL,
    "email" VARCHAR(255),
    "is_email_verified" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "boards"."users" ADD COLUMN     "account_id" UUID,
ADD COLUMN     "last_entered_at" TIMESTAMPTZ(3);
ALTER TABLE "boards"."user_sessions" ADD COLUMN     "account_id" UUID,
ALTER COLUMN "user_id" DROP NOT NULL;
ALTER TABLE "boards"."password_credentials" ADD COLUMN     "account_id" UUID;

-- Users of one identity become one account. What it knows of them comes from the user who has the password (if several have one: the one whose
-- password is the newest), else from the oldest user. An address of a password account was never verified by anybody: holding an invitation
-- counted as it.
INSERT INTO "boards"."accounts" ("id", "auth_provider", "auth_subject", "email", "is_email_verified", "created_at", "updated_at")
SELECT DISTINCT ON (u."auth_provider", u."auth_subject") gen_random_uuid(), u."auth_provider", u."auth_subject",
  CASE WHEN u."auth_provider" = 'password' THEN u."auth_subject" ELSE u."email" END,
  u."is_email_verified" AND u."auth_provider" <> 'password',
  min(u."created_at") OVER (PARTITION BY u."auth_provider", u."auth_subject"), u."updated_at"
FROM "boards"."users" AS u LEFT JOIN "boards"."password_credentials" AS p ON p."user_id" = u."id"
ORDER BY u."auth_provider", u."auth_subject", p."updated_at" DESC NULLS LAST, u."created_at", u."id";

-- A user is no newer for it.
ALTER TABLE "boards"."users" DISABLE TRIGGER "trg_users_updated_at";
UPDATE "boards"."users" AS u SET "account_id" = a."id", "last_entered_at" = s."last_used_at"
FROM "boards"."accounts" AS a, (
  SELECT u."id", max(s."last_used_at") AS "last_used_at" FROM "boards"."users" AS u LEFT JOIN "boards"."user_sessions" AS s ON s."user_id" = u."id" GROUP BY u."id"
) AS s
WHERE a."auth_provider" = u."auth_provider" AND a."auth_subject" = u."auth_subject" AND s."id" = u."id";
ALTER TABLE "boards"."users" ENABLE TRIGGER "trg_users_updated_at";

-- Browsers stay signed in, where they are.
UPDATE "boards"."user_sessions" AS s SET "account_id" = u."account_id" FROM "boards"."users" AS u WHERE u."id" = s."user_id";

-- One password an account: the newest.
UPDATE "boards"."password_credentials" AS p SET "account_id" = u."account_id" FROM "boards"."users" AS u WHERE u."id" = p."user_id";
DELETE FROM "boards"."password_credentials" AS p USING "boards"."password_credentials" AS other
WHERE p."account_id" = other."account_id" AND (p."updated_at", p."user_id") < (other."updated_at", other."user_id");

-- A tenant sees the accounts of its own users and changes none: accounts, passwords and sessions reach beyond any tenant, and are the
-- installation's.
DROP POLICY "tenant_wall" ON "boards"."user_sessions";
DROP POLICY "tenant_wall" ON "boards"."password_credentials";
REVOKE ALL ON "boards"."user_sessions", "boards"."password_credentials" FROM boards_tenant;
ALTER TABLE "boards"."accounts" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "boards"."accounts" TO boards_tenant;

-- DropForeignKey
ALTER TABLE "boards"."user_sessions" DROP CONSTRAINT "user_sessions_user_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."password_credentials" DROP CONSTRAINT "password_credentials_user_id_fkey";

-- DropIndex
DROP INDEX "boards"."idx_users_auth";

-- DropIndex
DROP INDEX "boards"."idx_users_tenant_email";

-- DropIndex
DROP INDEX "boards"."users_tenant_id_auth_provider_auth_subject_key";

-- AlterTable
ALTER TABLE "boards"."users" DROP COLUMN "auth_provider",
DROP COLUMN "auth_subject",
DROP COLUMN "email",
DROP COLUMN "is_email_verified",
ALTER COLUMN "account_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "boards"."user_sessions" ALTER COLUMN "account_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "boards"."password_credentials" DROP CONSTRAINT "password_credentials_pkey",
DROP COLUMN "user_id",
ALTER COLUMN "account_id" SET NOT NULL,
ADD CONSTRAINT "password_credentials_pkey" PRIMARY KEY ("account_id");

-- CreateIndex
CREATE INDEX "idx_accounts_email" ON "boards"."accounts"("email");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_auth_provider_auth_subject_key" ON "boards"."accounts"("auth_provider", "auth_subject");

-- CreateIndex
CREATE INDEX "idx_users_account" ON "boards"."users"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_tenant_id_account_id_key" ON "boards"."users"("tenant_id", "account_id");

-- CreateIndex
CREATE INDEX "idx_user_sessions_account" ON "boards"."user_sessions"("account_id");

-- AddForeignKey
ALTER TABLE "boards"."users" ADD CONSTRAINT "users_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "boards"."accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."user_sessions" ADD CONSTRAINT "user_sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "boards"."accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."user_sessions" ADD CONSTRAINT "user_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."password_credentials" ADD CONSTRAINT "password_credentials_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "boards"."accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE POLICY "tenant_wall_read" ON "boards"."accounts" FOR SELECT TO boards_tenant USING (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."account_id" = "accounts"."id" AND u."tenant_id" = "boards"."wall_tenant"()));
CREATE TRIGGER "trg_accounts_updated_at" BEFORE UPDATE ON "boards"."accounts" FOR EACH ROW EXECUTE FUNCTION "boards"."update_updated_at_column"();
