import { readJson } from "@/lib/api/rest/read-json";
import { setupOwner } from "@/lib/api/rest/shapes";
import { routeHandler } from "@/lib/api/route-handler";
import { identityOfRequest } from "@/lib/identity/sign-in/viewer-of";
import { setUp } from "@/lib/identity/tenants/set-up";
import { happensIn } from "@/lib/platform/audit/audited";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `POST /api/setup/owner`: whoever is verified and gives the setup token owns the default tenant, while nobody does. */
export const POST = routeHandler({ authenticatesItself: true, audit: "POST /api/setup/owner" }, (request) =>
  asInstallation(async () => {
    const identity = await identityOfRequest(request);
    if (!identity) throw new BoardsError("auth.required");
    const { setup_token } = await readJson(request, setupOwner);
    const { id: userId, tenantId } = await setUp(identity, setup_token);
    happensIn({ tenantId, userId, targetType: "User", targetId: userId });
    return Response.json({ tenant_id: tenantId, tenant_slug: env().tenantSlug, user_id: userId, tenant_role: "owner" });
  }),
);
