import { generationsVisibleTo } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { isPreviewKey, previewMimeType } from "@/lib/platform/storage/storage-key";

const octetStream = "application/octet-stream";

/** What is told of a stored file. `contentType`: what it holds, also where it is served as mere bytes, since it could not be used. */
interface FoundFile {
  mimeType: string;
  contentType: string;
}

/** Which artifact a stored file belongs to, for a signed address or for a viewer who may see its board; null for everyone else. */
export async function findStoredFile(key: string, who: "signed" | Viewer | null): Promise<FoundFile | null> {
  const [folder, name = ""] = [key.slice(0, key.lastIndexOf("/")), key.split("/").at(-1)];
  const isPreview = isPreviewKey(key);
  const find = () =>
    db().generation.findFirst({
      where: { storageKey: `${folder}/original`, ...(who === "signed" ? {} : generationsVisibleTo(who)) },
      select: { mimeType: true, outputMetadata: true },
    });
  // A signed address is a ticket of its own: whoever shows it need not be of the tenant.
  const generation = await (who === "signed" ? asInstallation(find) : find());
  if (!generation || (!isPreview && name !== "original")) return null;
  if (isPreview) return { mimeType: previewMimeType, contentType: previewMimeType };
  const { mimeType, outputMetadata } = generation;
  const { found_type: foundType = mimeType } = outputMetadata as { found_type?: string };
  return { mimeType: mimeType ?? octetStream, contentType: foundType ?? octetStream };
}
