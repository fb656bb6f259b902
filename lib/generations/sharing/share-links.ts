import { findBoardFor } from "@/lib/boards/find-board";
import { boardsSharedBy, can } from "@/lib/identity/access/board-policy";
import { tellBoardChange } from "@/lib/identity/access/tell-board-change";
import { say } from "@/lib/messages/say";
import { idInToken, tokenFor } from "@/lib/platform/caller/signed-token";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { addWithin } from "@/lib/platform/db/add-within";
import { db, type Transaction } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { maximumPageSize } from "@/lib/platform/graphql/page";
import { sharedAddressesEnd } from "@/lib/platform/storage/signed-url";

/** A board has at most this many links that are not revoked: as many as its list shows. */
export const maximumShareLinks = maximumPageSize;

/** Makes a link by which anybody may see the board, until it expires or is revoked. */
export async function createShareLink(viewer: Viewer, given: { boardId: string; showsRecipe: boolean; expiresAt?: Date | null }) {
  const { boardId, showsRecipe, expiresAt } = given;
  const board = await findBoardFor(viewer, "share", boardId, say("reasons.shareLink.denied"));
  if (expiresAt && expiresAt <= new Date())
    throw new BoardsError("input.invalid", { message: say("reasons.shareLink.expiryPast"), field: "expiresAt" });
  const bound = {
    place: `share-links:${boardId}`,
    maximum: maximumShareLinks,
    count: (tx: Transaction) => tx.shareLink.count({ where: { boardId, revokedAt: null } }),
    refusal: { message: say("reasons.shareLink.tooMany", { maximum: maximumShareLinks }), field: "boardId" },
  };
  const data = { tenantId: board.tenantId, boardId, createdById: viewer.userId, showsRecipe, expiresAt };
  return addWithin(bound, async (tx) => {
    await tellBoardChange(tx, boardId);
    return tx.shareLink.create({ data });
  });
}

/** Ends a link at once. */
export async function revokeShareLink(viewer: Viewer, id: string) {
  const link = await db().shareLink.findFirst({
    where: { id, tenantId: viewer.tenantId, revokedAt: null },
    include: { board: { include: { members: { where: { userId: viewer.userId } } } } },
  });
  if (!link || !can(viewer, "share", link.board)) throw new BoardsError("share_link.not_found", { field: "id" });
  await tellBoardChange(db(), link.boardId);
  return db().shareLink.update({ where: { id }, data: { revokedAt: new Date() } });
}

/**
 * What the holder of a link sees; null when it is not valid any more. The link is what lets them in, of whatever tenant they are, and it hands on
 * the right of whoever made it: when they may not share the board any more, it opens nothing.
 */
export async function findSharedBoard(token: string) {
  const id = idInToken("share", token);
  if (!id) return null;
  const isOpen = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }], board: { trashedAt: null } };
  const link = await readAsInstallation(() => db().shareLink.findFirst({ where: { id, createdBy: { disabledAt: null }, ...isOpen } }));
  if (!link?.createdById) return null;
  const where = { id: link.boardId, ...boardsSharedBy(link.createdById) };
  const board = await readAsInstallation(() => db().board.findFirst({ where, include: { owner: true } }));
  return board ? { board, showsRecipe: link.showsRecipe, expiresAt: link.expiresAt, filesExpireAt: sharedAddressesEnd() } : null;
}

/** The completed generations of a shared board, newest first. */
export function sharedGenerations(boardId: string, { take, skip }: { take: number; skip: number }) {
  return readAsInstallation(() =>
    db().generation.findMany({
      where: { boardId, trashedAt: null, status: "completed" },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take,
      skip,
    }),
  );
}

/** The address that shows a shared board. */
export const shareTokenOf = (id: string): string => tokenFor("share", id);
