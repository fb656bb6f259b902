import { setupHandler } from "@/lib/api/rest/tenant-answer";
import { hasOwner } from "@/lib/identity/tenants/set-up";
import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `GET /api/setup/status` */
export const GET = setupHandler(null, async () => {
  const { tenantSlug, isMultiTenant, authProvider, isLocal, trustProxy } = env();
  const tenant = await db().tenant.findUnique({ where: { slug: tenantSlug } });
  const recommendations = [
    ...(authProvider === "none" ? [say("reasons.setup.noSignIn")] : []),
    ...(!isLocal && !trustProxy ? [say("reasons.setup.proxy")] : []),
  ];
  return Response.json({
    setup_needed: !tenant || !(await hasOwner(tenant.id)),
    has_default_tenant: Boolean(tenant),
    default_tenant_id: tenant?.id ?? null,
    default_tenant_slug: tenantSlug,
    multi_tenant_mode: isMultiTenant,
    auth_provider: authProvider,
    recommendations,
  });
});
