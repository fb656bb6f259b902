import { door } from "@/lib/door";
import { openApiDocument } from "@/lib/rest/openapi";

export { preflight as OPTIONS } from "@/lib/guard-route";
export const dynamic = "force-dynamic";

/** `GET /api/openapi.json`: the REST interface, for programs. */
export const GET = door({}, async () => Response.json(openApiDocument()));
