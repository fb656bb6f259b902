import { generationProgressMessages } from "@/lib/api/rest/generation-progress-stream";
import { routeHandler } from "@/lib/api/route-handler";
import { eventStreamResponse } from "@/lib/generations/live/event-stream";
import { generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { isUuid } from "@/lib/platform/uuid";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";
/** Seconds that a host such as Vercel lets a stream take; it ends before them (open-streams.ts), and whoever reads goes on with the next. */
export const maxDuration = 240;

/** `GET /api/sse/generations/{id}/progress`: where a generation stands, then each change, until it has ended. */
export const GET = routeHandler({}, async (request, context, { params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  const viewer = requireViewer(context.viewer, "read");
  const generation = isUuid(id) && (await db().generation.findFirst({ where: { id, ...generationsVisibleTo(viewer) } }));
  if (!generation) throw new BoardsError("generation.not_found", { field: "id" });
  return eventStreamResponse(request, context, [generation.boardId], (stream) => generationProgressMessages(stream, generation));
});
