import type * as z from "zod";
import { newBoard, searchTextOfBoard } from "@/lib/boards/board-input";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { parseInput } from "@/lib/platform/parse-input";
import type { Prisma } from "@/prisma/generated/client";

/** Creates a board owned by the viewer, in their tenant. `metadata` is what the product itself notes of it. */
export async function createBoard(viewer: Viewer, input: z.input<typeof newBoard>, metadata: Prisma.InputJsonObject = {}) {
  const { title, description, isPublic, settings } = parseInput(newBoard, input);
  return db().board.create({
    data: {
      tenantId: viewer.tenantId,
      ownerId: viewer.userId,
      title,
      searchText: searchTextOfBoard({ title, description }),
      description: description || null,
      isPublic,
      metadata,
      settings: (settings ?? {}) as Prisma.InputJsonObject,
    },
  });
}
