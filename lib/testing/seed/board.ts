import { searchTextOfBoard } from "@/lib/boards/board-input";
import { db } from "@/lib/platform/db/client";
import type { Board, BoardMember, Prisma } from "@/prisma/generated/client";

/** A board of `ownerId`; other columns are taken as they are. */
export function seedBoard({ title = "Board", ...columns }: Omit<Prisma.BoardUncheckedCreateInput, "title"> & { title?: string }): Promise<Board> {
  return db().board.create({ data: { title, searchText: searchTextOfBoard({ title }), ...columns } });
}

/** Makes someone a member of a board. */
export function seedMember(boardId: string, userId: string, role: "viewer" | "editor" | "admin"): Promise<BoardMember> {
  return db().boardMember.create({ data: { boardId, userId, role } });
}
