import { routeHandler } from "@/lib/api/route-handler";
import { findStoredFile } from "@/lib/generations/artifacts/find-stored-file";
import { BoardsError } from "@/lib/platform/errors";
import { guardRoute } from "@/lib/platform/http/guard-route";
import { readSignature } from "@/lib/platform/storage/signed-url";
import { assertStorageKey, isPreviewKey, previewMimeType } from "@/lib/platform/storage/storage-key";
import { serveFile } from "./serve-file";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** What an address says by itself about the file that it opens. */
interface Address {
  key: string;
  query: URLSearchParams;
  signature: ReturnType<typeof readSignature>;
}

/**
 * `GET /api/storage/<key>`: a stored file, for whoever has a signed address or may see its board. Answers ranges and ETags. Whoever shows an
 * address that says what its file is needs to be nobody, and nothing is asked of the database.
 */
export const GET = guardRoute({}, async (request, { params }: { params: Promise<{ path: string[] }> }) => {
  const key = (await params).path.join("/");
  const query = new URL(request.url).searchParams;
  const signature = readSignature(key, query);
  const mimeType = isPreviewKey(key) ? previewMimeType : signature?.mimeType;
  if (signature && mimeType) return serveFile(request, { key, query, signature, mimeType, contentType: mimeType });
  return byLookUp(request, { key, query, signature });
});

export { GET as HEAD };

const byLookUp = routeHandler({}, async (request, { viewer }, address: Address) => {
  const { key, signature } = address;
  if (key === "status") return Response.json({ status: "Storage endpoint ready" });
  assertStorageKey(key);
  const file = await findStoredFile(key, signature ? "signed" : viewer);
  if (!file) throw new BoardsError("artifact.not_found");
  return serveFile(request, { ...address, ...file });
});
