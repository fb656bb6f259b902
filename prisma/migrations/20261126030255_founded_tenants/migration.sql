-- AlterTable
ALTER TABLE "boards"."tenants" ADD COLUMN     "is_founded" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "uses_provider_keys" BOOLEAN;

-- A registration left its status in the settings, and whatever else the person sent beside it: that they admit by claim was not theirs to say.
-- The tenant of the usual default slug is the installation's, however it came about. Tenants that a claim made left no trace.
UPDATE "boards"."tenants" SET "is_founded" = true,
  "settings" = CASE WHEN "settings" ? 'admin_email' THEN "settings" - 'admitByClaim' ELSE "settings" END
WHERE "settings" ->> 'status' IN ('active', 'pending_approval') AND "slug" <> 'default';
