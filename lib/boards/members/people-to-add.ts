import { findBoardFor } from "@/lib/boards/find-board";
import { peopleWith } from "@/lib/identity/users/search-people";
import { say } from "@/lib/messages/say";
import { isTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import type { User } from "@/prisma/generated/client";

/** A list to choose from; typing more finds the others. */
export const maximumPeopleToAdd = 20;

/**
 * People of the tenant who are not on a board yet and whose name holds this text, by name, for whoever manages its members. Admins of the tenant, who
 * know everybody's address, find people by that, too.
 */
export async function peopleToAdd(viewer: Viewer, { boardId, query }: { boardId: string; query: string }): Promise<User[]> {
  const board = await findBoardFor(viewer, "share", boardId, say("reasons.member.addDenied"));
  const isNotOn = { disabledAt: null, id: { not: board.ownerId }, memberships: { none: { boardId } } };
  return readAsInstallation(() =>
    db().user.findMany({
      where: { AND: [{ tenantId: viewer.tenantId, ...isNotOn }, peopleWith(query, isTenantAdmin(viewer))] },
      orderBy: [{ displayName: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      take: maximumPeopleToAdd,
    }),
  );
}
