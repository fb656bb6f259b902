import { requireViewer } from "@/lib/auth/viewer";
import { generationsVisibleTo } from "@/lib/boards/policy";
import { db } from "@/lib/db/client";
import { door } from "@/lib/door";
import { BoardsError } from "@/lib/errors";
import { eventStreamResponse } from "@/lib/progress/event-stream";
import { generationProgressMessages } from "@/lib/progress/generation-progress-stream";
import { isUuid } from "@/lib/uuid";

export { preflight as OPTIONS } from "@/lib/guard-route";
export const dynamic = "force-dynamic";

/** `GET /api/sse/generations/{id}/progress`: where a generation stands, then each change, until it has ended. */
export const GET = door({}, async (request, visit, { params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  const viewer = requireViewer(visit.viewer, undefined, "read");
  const generation = isUuid(id) && (await db().generation.findFirst({ where: { id, ...generationsVisibleTo(viewer) } }));
  if (!generation) throw new BoardsError("generation.not_found", { field: "id" });
  return eventStreamResponse(request, visit, [generation.boardId], (stream) => generationProgressMessages(stream, generation));
});
