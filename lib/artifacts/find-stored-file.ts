import type { Viewer } from "@/lib/auth/viewer";
import { generationsVisibleTo } from "@/lib/boards/policy";
import { db } from "@/lib/db/client";
import { asInstallation } from "@/lib/db/wall";

/** Which artifact a stored file belongs to, for a signed address or for a viewer who may see its board; null for everybody else. */
export async function findStoredFile(key: string, who: "signed" | Viewer | null): Promise<{ mimeType: string; contentHash: string | null } | null> {
  const [folder, name = ""] = [key.slice(0, key.lastIndexOf("/")), key.split("/").at(-1)];
  const isThumbnail = /^thumb-\d+\.webp$/.test(name);
  const find = () =>
    db().generation.findFirst({
      where: { storageKey: `${folder}/original`, ...(who === "signed" ? {} : generationsVisibleTo(who)) },
      select: { mimeType: true, contentHash: true },
    });
  // A signed address is a ticket of its own: whoever shows it need not be of the tenant.
  const generation = await (who === "signed" ? asInstallation(find) : find());
  if (!generation || (!isThumbnail && name !== "original")) return null;
  return isThumbnail
    ? { mimeType: "image/webp", contentHash: null }
    : { mimeType: generation.mimeType ?? "application/octet-stream", contentHash: generation.contentHash };
}
