import { asInstallation } from "@/lib/db/wall";
import { door } from "@/lib/door";
import { BoardsError } from "@/lib/errors";
import { receiveWebhook } from "@/lib/provider-jobs/receive-webhook";

export const dynamic = "force-dynamic";

const maxBytes = 1_048_576;

/** `POST /api/webhooks/{provider}/{jobId}`: a provider tells that a job of ours has changed. Its signature is all that counts. */
export const POST = door(
  { isLobby: true, limit: "webhook" },
  async (request, _visit, { params }: { params: Promise<{ provider: string; jobId: string }> }) => {
    const { provider, jobId } = await params;
    const body = await request.text();
    if (body.length > maxBytes) throw new BoardsError("request.too_large");
    // A job belongs to whichever tenant it belongs to; nobody is signed in here.
    await asInstallation(() => receiveWebhook(provider, jobId, { headers: request.headers, body }));
    return new Response(null, { status: 204 });
  },
);
