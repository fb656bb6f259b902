import { routeHandler } from "@/lib/api/route-handler";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { env } from "@/lib/platform/env";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `GET /api/tenants/registration/status`: whether and how tenants are registered here. */
export const GET = routeHandler({}, async (_request, { viewer }) => {
  requireViewer(viewer, "read");
  const { isMultiTenant, registration } = env();
  return Response.json({
    enabled: isMultiTenant,
    requires_approval: registration.requiresApproval,
    max_tenants_per_user: registration.maxTenantsPerUser,
    allowed_domains: registration.allowedDomains,
  });
});
