import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** A user of the viewer's own tenant; nobody else can be put on a board. */
export async function findTenantUser(viewer: Viewer, userId: string) {
  const user = await db().user.findFirst({ where: { id: userId, tenantId: viewer.tenantId, disabledAt: null } });
  if (!user) throw new BoardsError("user.not_found", { field: "userId" });
  return user;
}
