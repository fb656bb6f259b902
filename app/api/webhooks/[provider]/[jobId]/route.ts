import { asInstallation } from "@/lib/db/wall";
import { door } from "@/lib/door";
import { receiveWebhook } from "@/lib/provider-jobs/receive-webhook";

export { preflight as OPTIONS } from "@/lib/guard-route";
export const dynamic = "force-dynamic";

/** `POST /api/webhooks/{provider}/{jobId}`: a provider tells that a job of ours has changed. Its signature is all that counts. */
export const POST = door(
  { isLobby: true, limit: "webhook" },
  async (request, _visit, { params }: { params: Promise<{ provider: string; jobId: string }> }) => {
    const { provider, jobId } = await params;
    const body = await request.text();
    // A job belongs to whichever tenant it belongs to; nobody is signed in here.
    await asInstallation(() => receiveWebhook(provider, jobId, { headers: request.headers, body }));
    return new Response(null, { status: 204 });
  },
);
