DROP INDEX "boards"."invitations_tenant_email_key";
