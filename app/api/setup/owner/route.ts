import { happensIn } from "@/lib/audit/audited";
import { identityOfRequest } from "@/lib/auth/viewer-of";
import { asInstallation } from "@/lib/db/wall";
import { door } from "@/lib/door";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { readJson } from "@/lib/rest/read-json";
import { setupOwner } from "@/lib/rest/shapes";
import { setUp } from "@/lib/tenants/set-up";

export { preflight as OPTIONS } from "@/lib/guard-route";
export const dynamic = "force-dynamic";

/** `POST /api/setup/owner`: whoever is verified and gives the setup token owns the default tenant, while nobody does. */
export const POST = door({ isLobby: true, audit: "POST /api/setup/owner" }, (request) =>
  asInstallation(async () => {
    const identity = await identityOfRequest(request);
    if (!identity) throw new BoardsError("auth.required");
    const { setup_token } = await readJson(request, setupOwner);
    const { id: userId, tenantId } = await setUp(identity, setup_token);
    happensIn({ tenantId, userId, targetType: "User", targetId: userId });
    return Response.json({ tenant_id: tenantId, tenant_slug: env().tenantSlug, user_id: userId, tenant_role: "owner" });
  }),
);
