import { v7 as uuidv7 } from "uuid";
import { searchTextOfBoard } from "@/lib/boards/board-input";
import { db } from "@/lib/platform/db/client";
import type { Board, BoardMember, Prisma } from "@/prisma/generated/client";

type Columns = Partial<Prisma.BoardCreateManyInput> & Pick<Prisma.BoardCreateManyInput, "tenantId" | "ownerId">;

/** The row of a private board; other columns are taken as they are. */
export function boardRow({ title = "Board", ...columns }: Columns) {
  return { id: uuidv7(), title, searchText: searchTextOfBoard({ title }), ...columns };
}

/** Writes such a board down. */
export const seedBoard = (columns: Columns): Promise<Board> => db().board.create({ data: boardRow(columns) });

/** Makes someone a member of a board. */
export function seedMember(boardId: string, userId: string, role: "viewer" | "editor" | "admin"): Promise<BoardMember> {
  return db().boardMember.create({ data: { boardId, userId, role } });
}
