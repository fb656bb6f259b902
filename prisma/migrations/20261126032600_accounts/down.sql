DROP POLICY "tenant_wall_read" ON "boards"."accounts";

-- DropForeignKey
ALTER TABLE "boards"."users" DROP CONSTRAINT "users_account_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."user_sessions" DROP CONSTRAINT "user_sessions_account_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."user_sessions" DROP CONSTRAINT "user_sessions_user_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."password_credentials" DROP CONSTRAINT "password_credentials_account_id_fkey";

-- DropIndex
DROP INDEX "boards"."idx_users_account";

-- DropIndex
DROP INDEX "boards"."users_tenant_id_account_id_key";

-- DropIndex
DROP INDEX "boards"."idx_user_sessions_account";

-- Each user says again who they are. The password goes to the oldest user of its account; an account of no tenant, and a session that stands in
-- none, have no place here and end.
ALTER TABLE "boards"."users" ADD COLUMN     "auth_provider" VARCHAR(50),
ADD COLUMN     "auth_subject" VARCHAR(255),
ADD COLUMN     "email" VARCHAR(255),
ADD COLUMN     "is_email_verified" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "boards"."users" DISABLE TRIGGER "trg_users_updated_at";
UPDATE "boards"."users" AS u SET "auth_provider" = a."auth_provider", "auth_subject" = a."auth_subject", "email" = a."email", "is_email_verified" = a."is_email_verified"
FROM "boards"."accounts" AS a WHERE a."id" = u."account_id";
ALTER TABLE "boards"."users" ENABLE TRIGGER "trg_users_updated_at";

ALTER TABLE "boards"."password_credentials" ADD COLUMN     "user_id" UUID;
UPDATE "boards"."password_credentials" AS p SET "user_id" = (SELECT u."id" FROM "boards"."users" AS u WHERE u."account_id" = p."account_id" ORDER BY u."created_at", u."id" LIMIT 1);
DELETE FROM "boards"."password_credentials" WHERE "user_id" IS NULL;
DELETE FROM "boards"."user_sessions" WHERE "user_id" IS NULL;

-- AlterTable
ALTER TABLE "boards"."users" DROP COLUMN "account_id",
DROP COLUMN "last_entered_at",
ALTER COLUMN "auth_provider" SET NOT NULL,
ALTER COLUMN "auth_subject" SET NOT NULL;

-- AlterTable
ALTER TABLE "boards"."user_sessions" DROP COLUMN "account_id",
ALTER COLUMN "user_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "boards"."password_credentials" DROP CONSTRAINT "password_credentials_pkey",
DROP COLUMN "account_id",
ALTER COLUMN "user_id" SET NOT NULL,
ADD CONSTRAINT "password_credentials_pkey" PRIMARY KEY ("user_id");

-- DropTable
DROP TABLE "boards"."accounts";

-- CreateIndex
CREATE INDEX "idx_users_auth" ON "boards"."users"("auth_provider", "auth_subject");

-- CreateIndex
CREATE INDEX "idx_users_tenant_email" ON "boards"."users"("tenant_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "users_tenant_id_auth_provider_auth_subject_key" ON "boards"."users"("tenant_id", "auth_provider", "auth_subject");

-- AddForeignKey
ALTER TABLE "boards"."user_sessions" ADD CONSTRAINT "user_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."password_credentials" ADD CONSTRAINT "password_credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "boards"."user_sessions", "boards"."password_credentials" TO boards_tenant;
CREATE POLICY "tenant_wall" ON "boards"."user_sessions" TO boards_tenant USING (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"()));
CREATE POLICY "tenant_wall" ON "boards"."password_credentials" TO boards_tenant USING (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"())) WITH CHECK (EXISTS (SELECT FROM "boards"."users" AS u WHERE u."id" = "user_id" AND u."tenant_id" = "boards"."wall_tenant"()));
