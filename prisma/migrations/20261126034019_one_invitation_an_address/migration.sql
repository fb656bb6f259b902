-- An address has one invitation to a tenant, however many ask at the same moment: where board_id is null the unique index beside this one
-- tells no two rows apart. Of several the newest stays.
DELETE FROM "boards"."invitations" AS older USING "boards"."invitations" AS newer
WHERE older."board_id" IS NULL AND newer."board_id" IS NULL AND older."tenant_id" = newer."tenant_id" AND older."email" = newer."email"
  AND (older."created_at", older."id") < (newer."created_at", newer."id");
CREATE UNIQUE INDEX "invitations_tenant_email_key" ON "boards"."invitations"("tenant_id", "email") WHERE "board_id" IS NULL;
