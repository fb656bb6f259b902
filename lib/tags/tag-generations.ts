import type { Viewer } from "@/lib/auth/viewer";
import { can, generationsVisibleTo } from "@/lib/boards/policy";
import { db } from "@/lib/db/client";
import { BoardsError } from "@/lib/errors";
import { findMany, mayOnBoard } from "@/lib/generations/find-many";

/** Puts a tag on a generation; doing it twice changes nothing. Answers the tag. */
export async function addTagToGeneration(viewer: Viewer, generationId: string, tagId: string) {
  await findTaggable(viewer, generationId);
  const tag = await findTag(viewer, tagId);
  await db().generationTag.createMany({ data: [{ generationId, tagId }], skipDuplicates: true });
  return tag;
}

/** Takes a tag off a generation. */
export async function removeTagFromGeneration(viewer: Viewer, generationId: string, tagId: string): Promise<true> {
  await findTaggable(viewer, generationId);
  await findTag(viewer, tagId);
  const { count } = await db().generationTag.deleteMany({ where: { generationId, tagId } });
  if (count === 0) throw new BoardsError("tag.not_associated", { field: "tagId" });
  return true;
}

/** Puts tags on many generations and takes others off, all or nothing. Answers how many generations were named. */
export async function tagGenerations(viewer: Viewer, ids: string[], change: { add: string[]; remove: string[] }): Promise<number> {
  const generations = await findMany(viewer, ids, mayOnBoard("generate"));
  for (const tagId of [...change.add, ...change.remove]) await findTag(viewer, tagId);
  const generationIds = generations.map((generation) => generation.id);
  await db().$transaction([
    db().generationTag.createMany({
      data: change.add.flatMap((tagId) => generationIds.map((generationId) => ({ generationId, tagId }))),
      skipDuplicates: true,
    }),
    db().generationTag.deleteMany({ where: { generationId: { in: generationIds }, tagId: { in: change.remove } } }),
  ]);
  return generations.length;
}

async function findTaggable(viewer: Viewer, id: string): Promise<void> {
  const generation = await db().generation.findFirst({
    where: { id, ...generationsVisibleTo(viewer) },
    include: { board: { include: { members: { where: { userId: viewer.userId } } } } },
  });
  if (!generation) throw new BoardsError("generation.not_found", { field: "generationId" });
  if (!can(viewer, "generate", generation.board))
    throw new BoardsError("generation.forbidden", { message: "Permission denied: only board owner or editor can modify generation tags" });
}

async function findTag(viewer: Viewer, id: string) {
  const tag = await db().tag.findFirst({ where: { id, tenantId: viewer.tenantId } });
  if (!tag) throw new BoardsError("tag.not_found", { field: "tagId" });
  return tag;
}
