import { Readable } from "node:stream";
import { routeHandler } from "@/lib/api/route-handler";
import { readEmbedPrompts } from "@/lib/curation/board-archives/read-embed-prompts";
import { streamArchive } from "@/lib/curation/board-archives/stream-archive";
import { say } from "@/lib/messages/say";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { BoardsError } from "@/lib/platform/errors";
import { isUuid } from "@/lib/platform/uuid";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `GET /api/generations/archive?id=…&id=…`: up to 200 results as one archive; with `embed_prompts=true`, their PNGs hold their prompts. */
export const GET = routeHandler({}, async (request, context) => {
  const viewer = requireViewer(context.viewer, "read");
  const { searchParams } = new URL(request.url);
  const ids = searchParams.getAll("id");
  if (!ids.every(isUuid)) throw new BoardsError("input.invalid", { field: "id", message: say("reasons.input.generationId", { name: "id" }) });
  const archive = await streamArchive(viewer, ids, { embedPrompts: readEmbedPrompts(searchParams) });
  const headers = { "content-type": "application/zip", "content-disposition": 'attachment; filename="selection.zip"', "cache-control": "no-store" };
  return new Response(Readable.toWeb(archive) as ReadableStream, { headers });
});
