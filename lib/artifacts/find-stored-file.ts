import type { Viewer } from "@/lib/auth/viewer";
import { boardsVisibleTo } from "@/lib/boards/policy";
import { db } from "@/lib/db/client";

/** Which artifact a stored file belongs to, for a signed address or for a viewer who may see its board; null for everybody else. */
export async function findStoredFile(key: string, who: "signed" | Viewer | null): Promise<{ mimeType: string; contentHash: string | null } | null> {
  const [folder, name = ""] = [key.slice(0, key.lastIndexOf("/")), key.split("/").at(-1)];
  const isThumbnail = /^thumb-\d+\.webp$/.test(name);
  const generation = await db().generation.findFirst({
    where: { storageKey: `${folder}/original`, ...(who === "signed" ? {} : { board: boardsVisibleTo(who) }) },
    select: { mimeType: true, contentHash: true },
  });
  if (!generation || (!isThumbnail && name !== "original")) return null;
  return isThumbnail
    ? { mimeType: "image/webp", contentHash: null }
    : { mimeType: generation.mimeType ?? "application/octet-stream", contentHash: generation.contentHash };
}
