import { checkHealth } from "@/lib/api/health";
import { guardRoute } from "@/lib/platform/http/guard-route";
import { hostOf, isOwnHost } from "@/lib/platform/http/own-hosts";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/**
 * `GET /health`: whether each part answers, and how fast; 503 when one does not. A load balancer may ask under any name, and is told only
 * whether all is well.
 */
export const GET = guardRoute({ anyHost: true }, async (request) => {
  const health = await checkHealth();
  const { status } = health;
  const answer = isOwnHost(hostOf(request)) ? health : { status };
  return Response.json(answer, { status: status === "healthy" ? 200 : 503, headers: { "cache-control": "no-store" } });
});
