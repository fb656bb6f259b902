import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { routeHandler } from "@/lib/api/route-handler";
import { receiveUpload } from "@/lib/generations/artifacts/direct-upload";
import { say } from "@/lib/messages/say";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";
/** Seconds that a host such as Vercel lets a file take. */
export const maxDuration = 300;

const maxBodyBytes = () => env().maxUploadSizeBytes;

/** `PUT /api/uploads/direct/{ticket}`: the bytes of an announced upload. The ticket is signed, and all that is needed. */
export const PUT = routeHandler({ maxBodyBytes }, async (request, _context, { params }: { params: Promise<{ ticket: string }> }) => {
  if (!request.body) throw new BoardsError("request.invalid_body", { message: say("reasons.request.emptyBody") });
  const declared = request.headers.get("content-length");
  await receiveUpload((await params).ticket, Readable.fromWeb(request.body as NodeReadableStream), declared === null ? null : Number(declared));
  return new Response(null, { status: 204 });
});
