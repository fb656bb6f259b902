import type { Viewer } from "@/lib/auth/viewer";
import { boardsVisibleTo } from "@/lib/boards/policy";
import type { Prisma } from "@/prisma/generated/client";

/** Generations that the viewer may see: those of boards he may see, and not in the trash. */
export function generationsVisibleTo(viewer: Viewer | null): { trashedAt: null; board: Prisma.BoardWhereInput } {
  return { trashedAt: null, board: boardsVisibleTo(viewer) };
}
