import { readJson } from "@/lib/api/rest/read-json";
import { directUploadRequest } from "@/lib/api/rest/shapes";
import { routeHandler } from "@/lib/api/route-handler";
import { announceUpload } from "@/lib/generations/artifacts/direct-upload";
import { requireViewer } from "@/lib/platform/caller/viewer";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `POST /api/uploads/direct`: announces an upload. The bytes then go straight to the storage, and a last request confirms them. */
export const POST = routeHandler({ audit: "POST /api/uploads/direct" }, async (request, context) => {
  const viewer = requireViewer(context.viewer, "generate");
  const body = await readJson(request, directUploadRequest);
  const { ticket, expiresAt, place } = await announceUpload(viewer, {
    boardId: body.board_id,
    artifactType: body.artifact_type,
    filename: body.filename,
    sizeBytes: body.size_bytes,
    userDescription: body.user_description,
    parentGenerationId: body.parent_generation_id,
  });
  const address = `/api/uploads/direct/${ticket}`;
  const [upload_url] = place && !place.partsId ? place.urls : [address];
  const parts = place?.partsId ? { part_size_bytes: place.partBytes, part_urls: place.urls } : {};
  const headers = place && Object.keys(place.headers).length > 0 ? { upload_headers: place.headers } : {};
  return Response.json({ upload_url, method: "PUT", ...parts, ...headers, confirm_url: `${address}/confirm`, expires_at: expiresAt.toISOString() });
});
