import { Readable } from "node:stream";
import { routeHandler } from "@/lib/api/route-handler";
import { findExported } from "@/lib/curation/board-archives/find-exported";
import { openerFor } from "@/lib/curation/board-archives/prompt-inside";
import { readEmbedPrompts } from "@/lib/curation/board-archives/read-embed-prompts";
import { downloadName } from "@/lib/generations/artifacts/artifact-urls";
import { servedAs } from "@/lib/generations/artifacts/served-as";
import { generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { isUuid } from "@/lib/platform/uuid";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `GET /api/generations/{id}/file`: the file of a finished result, to be kept; with `embed_prompts=true`, a PNG holds its prompt. */
export const GET = routeHandler({}, async (request, context, { params }: { params: Promise<{ id: string }> }) => {
  const viewer = requireViewer(context.viewer, "read");
  const embedPrompts = readEmbedPrompts(new URL(request.url).searchParams);
  const { id } = await params;
  if (!isUuid(id) || !(await db().generation.count({ where: { id, ...generationsVisibleTo(viewer) } })))
    throw new BoardsError("generation.not_found", { field: "id" });
  const [row] = await findExported(viewer, [id]);
  const key = row?.storageKey;
  const stat = key && (await currentStorage().stat(key));
  if (!stat) throw new BoardsError("artifact.not_found", { field: "id" });
  const { sizeBytes, bytes } = await openerFor({ embedPrompts })(row, { key, sizeBytes: stat.sizeBytes });
  const mimeType = row.mimeType ?? "application/octet-stream";
  const { contentType, contentDisposition } = servedAs({ mimeType, contentType: mimeType, isDownload: true, filename: downloadName(row) });
  const headers = { "content-type": contentType, "content-disposition": contentDisposition, "content-length": String(sizeBytes) };
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream, { headers: { ...headers, "cache-control": "no-store" } });
});
