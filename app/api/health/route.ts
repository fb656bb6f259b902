import { checkHealth } from "@/lib/health";

export const dynamic = "force-dynamic";

/** `GET /health`: whether each part answers, and how fast; 503 when one does not. */
export async function GET() {
  const health = await checkHealth();
  return Response.json(health, { status: health.status === "healthy" ? 200 : 503, headers: { "cache-control": "no-store" } });
}
