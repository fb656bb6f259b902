import type * as z from "zod";
import { newTag, slugOf, tagChanges } from "@/lib/curation/tags/tag-input";
import { say } from "@/lib/messages/say";
import { isTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { deleteInPieces } from "@/lib/platform/db/delete-in-pieces";
import { withinTime } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { foldText } from "@/lib/platform/text/fold-text";
import { Prisma } from "@/prisma/generated/client";

const taggingsAtOnce = 1000;

const json = (value: unknown) => value as Prisma.InputJsonObject;

/** Makes a tag of the viewer's tenant. */
export async function createTag(viewer: Viewer, input: z.input<typeof newTag>) {
  const { name, description, metadata, ...given } = parseInput(newTag, input);
  const slug = given.slug ?? slugOf(name);
  const data = {
    tenantId: viewer.tenantId,
    createdById: viewer.userId,
    name,
    nameKey: foldText(name),
    slug,
    description: description || null,
    metadata: json(metadata ?? {}),
  };
  return orTaken(slug, () => db().tag.create({ data }));
}

/** Changes a tag, for who made it and for admins. A new name brings its own slug, unless one is given. */
export async function updateTag(viewer: Viewer, id: string, input: z.input<typeof tagChanges>) {
  const { name, description, metadata, ...given } = parseInput(tagChanges, input);
  await findOwnTag(viewer, id, "update");
  const slug = given.slug ?? (name ? slugOf(name) : undefined);
  const data = {
    name: name ?? undefined,
    nameKey: name ? foldText(name) : undefined,
    slug,
    description: description == null ? undefined : description || null,
    metadata: metadata ? json(metadata) : undefined,
  };
  return orTaken(slug ?? "", () => db().tag.update({ where: { id }, data }));
}

/**
 * Deletes a tag, in use or not; the generations that had it stay. For the person who created it and for admins. It is first taken off its generations,
 * a thousand per transaction, so that nobody who changes one of them waits for all. If that breaks off, deleting it again goes on.
 */
export async function deleteTag(viewer: Viewer, id: string): Promise<true> {
  await findOwnTag(viewer, id, "delete");
  await deleteInPieces(
    (limit) => db().$executeRaw`
      DELETE FROM boards.generation_tags WHERE id IN (SELECT id FROM boards.generation_tags WHERE tag_id = ${id}::uuid LIMIT ${limit})`,
    taggingsAtOnce,
  );
  await withinTime("bulk", () => db().tag.delete({ where: { id } }));
  return true;
}

async function findOwnTag(viewer: Viewer, id: string, verb: string) {
  const tag = await db().tag.findFirst({ where: { id, tenantId: viewer.tenantId } });
  if (!tag) throw new BoardsError("tag.not_found", { field: "id" });
  if (tag.createdById !== viewer.userId && !isTenantAdmin(viewer))
    throw new BoardsError("auth.admin_required", { message: say("reasons.tag.changeDenied", { verb }) });
  return tag;
}

async function orTaken<T>(slug: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      throw new BoardsError("tag.slug_taken", { message: say("reasons.tag.slugTaken", { slug }), field: "slug", cause: error });
    throw error;
  }
}
