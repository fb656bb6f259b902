import { routeHandler } from "@/lib/api/route-handler";
import { receiveWebhook } from "@/lib/generations/provider-jobs/receive-webhook";
import { asInstallation } from "@/lib/platform/db/tenant-scope";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `POST /api/webhooks/{provider}/{jobId}`: a provider tells that a job of ours has changed. Its signature is all that counts. */
export const POST = routeHandler(
  { authenticatesItself: true, limit: "webhook" },
  async (request, _context, { params }: { params: Promise<{ provider: string; jobId: string }> }) => {
    const { provider, jobId } = await params;
    const body = await request.text();
    // A job belongs to whichever tenant it belongs to; nobody is signed in here.
    await asInstallation(() => receiveWebhook(provider, jobId, { headers: request.headers, body }));
    return new Response(null, { status: 204 });
  },
);
