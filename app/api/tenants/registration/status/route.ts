import { requireViewer } from "@/lib/auth/viewer";
import { door } from "@/lib/door";
import { env } from "@/lib/env";

export { preflight as OPTIONS } from "@/lib/guard-route";
export const dynamic = "force-dynamic";

/** `GET /api/tenants/registration/status`: whether and how tenants are registered here. */
export const GET = door({}, async (_request, { viewer }) => {
  requireViewer(viewer, undefined, "read");
  const { isMultiTenant, registration } = env();
  return Response.json({
    enabled: isMultiTenant,
    requires_approval: registration.requiresApproval,
    max_tenants_per_user: registration.maxTenantsPerUser,
    allowed_domains: registration.allowedDomains,
  });
});
