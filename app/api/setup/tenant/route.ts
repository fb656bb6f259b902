import { readJson } from "@/lib/api/rest/read-json";
import { tenantRequest } from "@/lib/api/rest/shapes";
import { setupHandler } from "@/lib/api/rest/tenant-answer";
import { createTenant } from "@/lib/identity/tenants/administer-tenants";
import { say } from "@/lib/messages/say";
import { concerns } from "@/lib/platform/audit/audited";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `POST /api/setup/tenant`: creates a tenant, which the admin owns; one of that slug is answered as it is. */
export const POST = setupHandler("POST /api/setup/tenant", async (request, admin) => {
  const { tenant, existing } = await createTenant(admin, await readJson(request, tenantRequest));
  if (!existing) concerns({ tenantId: tenant.id, targetType: "Tenant", targetId: tenant.id });
  const message = existing ? say("reasons.tenant.exists") : say("reasons.tenant.created");
  return Response.json({ tenant_id: tenant.id, name: tenant.name, slug: tenant.slug, message, existing });
});
