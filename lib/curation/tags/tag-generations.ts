import { findMany, mayOnBoard } from "@/lib/generations/find-many";
import { can, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { countWork } from "@/lib/platform/limits/rate-limits";

/** A generation has at most this many tags. */
export const maximumTags = 50;

/** Puts a tag on a generation; doing it twice changes nothing. Answers the tag. */
export async function addTagToGeneration(viewer: Viewer, generationId: string, tagId: string) {
  await findTaggable(viewer, generationId);
  const tag = await findTag(viewer, tagId);
  await db().$transaction((tx) => putOn(tx, [generationId], [tagId], "tagId"));
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
  const [add, remove] = [await findTags(viewer, change.add, "addTagIds"), await findTags(viewer, change.remove, "removeTagIds")];
  const generationIds = generations.map((generation) => generation.id);
  await countWork("label", viewer.accountId, generationIds.length * (add.length + remove.length), () =>
    writeTaggings(generationIds, { add, remove }),
  );
  return generations.length;
}

/** Puts tags on generations and takes others off in one transaction; the caller has decided. */
export async function writeTaggings(
  generationIds: string[],
  { add, remove }: { add: string[]; remove: string[] },
  alsoDo?: (tx: Transaction) => Promise<void>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.generationTag.deleteMany({ where: { generationId: { in: generationIds }, tagId: { in: remove } } });
    await putOn(tx, generationIds, add, "addTagIds");
    await alsoDo?.(tx);
  });
}

/** Puts tags on generations, within the transaction; none may have more than 50 afterwards. */
async function putOn(tx: Transaction, generationIds: string[], tagIds: string[], field: string): Promise<void> {
  if (tagIds.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO boards.generation_tags (id, generation_id, tag_id)
    SELECT gen_random_uuid(), g.id, tag.id FROM boards.generations AS g CROSS JOIN unnest(${tagIds}::uuid[]) AS tag (id)
    WHERE g.id = ANY(${generationIds}::uuid[]) ORDER BY g.id, tag.id
    ON CONFLICT (generation_id, tag_id) DO NOTHING`;
  const [full] = await tx.generationTag.groupBy({
    by: ["generationId"],
    where: { generationId: { in: generationIds } },
    having: { generationId: { _count: { gt: maximumTags } } },
  });
  if (full) throw new BoardsError("input.invalid", { message: say("reasons.tag.tooManyOnGeneration", { maximum: maximumTags }), field });
}

/** The tags with these ids, each once; throws at the first that the tenant does not have. */
export async function findTags(viewer: Viewer, ids: string[], field: string): Promise<string[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length > maximumTags) throw new BoardsError("input.invalid", { message: say("reasons.tag.tooMany", { maximum: maximumTags }), field });
  const tags = await db().tag.findMany({ where: { id: { in: wanted }, tenantId: viewer.tenantId }, select: { id: true } });
  const there = new Set(tags.map(({ id }) => id));
  const missing = wanted.find((id) => !there.has(id));
  if (missing) throw new BoardsError("tag.not_found", { field: `${field}.${ids.indexOf(missing)}` });
  return wanted;
}

async function findTaggable(viewer: Viewer, id: string): Promise<void> {
  const generation = await db().generation.findFirst({
    where: { id, ...generationsVisibleTo(viewer) },
    include: { board: { include: { members: { where: { userId: viewer.userId } } } } },
  });
  if (!generation) throw new BoardsError("generation.not_found", { field: "generationId" });
  if (!can(viewer, "generate", generation.board)) throw new BoardsError("generation.forbidden", { message: say("reasons.tag.tagDenied") });
}

async function findTag(viewer: Viewer, id: string) {
  const tag = await db().tag.findFirst({ where: { id, tenantId: viewer.tenantId } });
  if (!tag) throw new BoardsError("tag.not_found", { field: "tagId" });
  return tag;
}
