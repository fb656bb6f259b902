import { readJson } from "@/lib/api/rest/read-json";
import { registration } from "@/lib/api/rest/shapes";
import { routeHandler } from "@/lib/api/route-handler";
import { identityOfRequest } from "@/lib/identity/sign-in/viewer-of";
import { registerTenant } from "@/lib/identity/tenants/register-tenant";
import { say } from "@/lib/messages/say";
import { happensIn } from "@/lib/platform/audit/audited";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `POST /api/tenants/register`: founds a tenant, whose owner is whoever asks. */
export const POST = routeHandler({ authenticatesItself: true, audit: "POST /api/tenants/register" }, (request) =>
  asInstallation(async () => {
    const identity = await identityOfRequest(request);
    if (!identity) throw new BoardsError("auth.required");
    const body = await readJson(request, registration);
    const about = { use_case: body.use_case, organization_size: body.organization_size, admin_email: body.admin_email };
    const { tenant, owner, status } = await registerTenant(identity, {
      name: body.organization_name,
      ...(body.organization_slug ? { slug: body.organization_slug } : {}),
      metadata: { ...body.metadata, ...about },
    });
    happensIn({ tenantId: tenant.id, userId: owner.id, targetType: "Tenant", targetId: tenant.id });
    const { baseUrl } = env();
    return Response.json({
      tenant_id: tenant.id,
      organization_name: tenant.name,
      tenant_slug: tenant.slug,
      status,
      admin_instructions: status === "active" ? say("reasons.tenant.useHeader", { slug: tenant.slug }) : say("reasons.tenant.awaitsApproval"),
      dashboard_url: baseUrl ?? null,
      api_access: {
        tenant_header: "X-Tenant",
        graphql_endpoint: `${baseUrl ?? ""}/graphql`,
        api_base_url: `${baseUrl ?? ""}/api`,
        authentication_required: true,
      },
    });
  }),
);
