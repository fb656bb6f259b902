import { readJson } from "@/lib/api/rest/read-json";
import { tenantChanges } from "@/lib/api/rest/shapes";
import { setupHandler, tenantAnswerOf } from "@/lib/api/rest/tenant-answer";
import { deleteTenant, findTenant, updateTenant } from "@/lib/identity/tenants/administer-tenants";
import { say } from "@/lib/messages/say";
import { concerns } from "@/lib/platform/audit/audited";
import { BoardsError } from "@/lib/platform/errors";
import { isUuid } from "@/lib/platform/uuid";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

async function idOf({ params }: Context): Promise<string> {
  const { id } = await params;
  if (!isUuid(id)) throw new BoardsError("request.invalid_body", { message: say("reasons.tenant.id"), field: "tenant_id" });
  return id;
}

/** `GET /api/setup/tenant/{id}` */
export const GET = setupHandler(null, async (_request, _admin, context: Context) =>
  Response.json(tenantAnswerOf(await findTenant(await idOf(context)))),
);

/** `PUT /api/setup/tenant/{id}`: changes what is given; settings are replaced. */
export const PUT = setupHandler("PUT /api/setup/tenant/{id}", async (request, _admin, context: Context) => {
  const id = await idOf(context);
  const { uses_provider_keys: usesProviderKeys, ...changes } = await readJson(request, tenantChanges);
  const tenant = await updateTenant(id, { ...changes, usesProviderKeys });
  concerns({ tenantId: id, targetType: "Tenant", targetId: id });
  return Response.json(tenantAnswerOf(tenant));
});

/** `DELETE /api/setup/tenant/{id}`: with everything in it. */
export const DELETE = setupHandler("DELETE /api/setup/tenant/{id}", async (_request, _admin, context: Context) => {
  const { id, slug } = await deleteTenant(await idOf(context));
  return Response.json({ message: say("reasons.tenant.deleted", { slug }), tenant_id: id, warning: say("reasons.tenant.deletedWith") });
});
