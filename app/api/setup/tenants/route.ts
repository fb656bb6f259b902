import { setupHandler, tenantAnswerOf } from "@/lib/api/rest/tenant-answer";
import { db } from "@/lib/platform/db/client";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

const maximum = 1000;

/** `GET /api/setup/tenants`: the newest first, 1,000 at most; `total_count` counts them all. */
export const GET = setupHandler(null, async () => {
  const [tenants, total_count] = await Promise.all([
    db().tenant.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: maximum }),
    db().tenant.count(),
  ]);
  return Response.json({ tenants: tenants.map(tenantAnswerOf), total_count });
});
