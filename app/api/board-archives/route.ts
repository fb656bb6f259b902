import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { routeHandler } from "@/lib/api/route-handler";
import { importBoard } from "@/lib/curation/bulk-jobs/import-board";
import { say } from "@/lib/messages/say";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

const maxBodyBytes = () => env().maxArchiveSizeBytes;

/** `POST /api/board-archives`: an exported archive as it is. Answers the board that it is imported to, and the bulk job that does it. */
export const POST = routeHandler({ audit: "POST /api/board-archives", maxBodyBytes }, async (request, context) => {
  const viewer = requireViewer(context.viewer);
  if (!request.body) throw new BoardsError("request.invalid_body", { message: say("reasons.request.emptyBody") });
  const declared = request.headers.get("content-length");
  const bytes = Readable.fromWeb(request.body as NodeReadableStream);
  const { job, boardId } = await importBoard(viewer, bytes, declared === null ? null : Number(declared));
  return Response.json({ job_id: job.id, board_id: boardId }, { status: 202 });
});
