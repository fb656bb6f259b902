import { gallerySql } from "@/lib/generations/gallery/find-sections";
import type { AskedSearch } from "@/lib/generations/search/resolve-search";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";

/** As many can be asked about at once. */
export const maximumAsked = 1000;

/** Which of these a gallery holds; null when it is of a board that the viewer can't see. */
export async function findHeld(viewer: Viewer | null, ids: string[], search: AskedSearch): Promise<string[] | null> {
  if (ids.length === 0 || ids.length > maximumAsked)
    throw new BoardsError("input.invalid", { message: say("reasons.generation.choose", { maximum: maximumAsked }), field: "ids" });
  const found = await gallerySql(viewer, search);
  if (!found) return null;
  const rows = await readAsInstallation(() => db().$queryRaw<{ id: string }[]>`SELECT g.id::text ${found} AND g.id = ANY(${ids}::uuid[])`);
  return rows.map(({ id }) => id);
}
