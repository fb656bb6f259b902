import { Readable } from "node:stream";
import { routeHandler } from "@/lib/api/route-handler";
import { streamArchive } from "@/lib/curation/board-archives/stream-archive";
import { say } from "@/lib/messages/say";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { BoardsError } from "@/lib/platform/errors";
import { isUuid } from "@/lib/platform/uuid";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

const choices = ["true", "false"];

/** `GET /api/generations/archive?id=…&id=…`: up to 200 results as one archive; with `embed_prompts=true`, their PNGs hold their prompts. */
export const GET = routeHandler({}, async (request, context) => {
  const viewer = requireViewer(context.viewer, "read");
  const { searchParams } = new URL(request.url);
  const ids = searchParams.getAll("id");
  if (!ids.every(isUuid)) throw new BoardsError("input.invalid", { field: "id", message: say("reasons.input.generationId", { name: "id" }) });
  const embedPrompts = searchParams.get("embed_prompts") ?? "false";
  if (!choices.includes(embedPrompts)) {
    const message = say("reasons.input.oneOf", { name: "embed_prompts", choices: choices.join(", ") });
    throw new BoardsError("input.invalid", { field: "embed_prompts", message });
  }
  const archive = await streamArchive(viewer, ids, { embedPrompts: embedPrompts === "true" });
  const headers = { "content-type": "application/zip", "content-disposition": 'attachment; filename="selection.zip"', "cache-control": "no-store" };
  return new Response(Readable.toWeb(archive) as ReadableStream, { headers });
});
