import { openApiDocument } from "@/lib/api/rest/openapi";
import { routeHandler } from "@/lib/api/route-handler";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `GET /api/openapi.json`: the REST interface, for programs. */
export const GET = routeHandler({}, async () => Response.json(openApiDocument()));
