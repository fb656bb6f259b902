import { afterAll, beforeAll, expect, it } from "vitest";
import { createBoard } from "@/lib/boards/create-board";
import { createTag, deleteTag } from "@/lib/curation/tags/write-tags";
import { db } from "@/lib/platform/db/client";
import { openInstallation } from "@/lib/testing/installation";
import { seedGenerations } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(() => installation.close());

it("deletes a tag of many generations, of which no transaction holds more than a thousand", async () => {
  const owner = await installation.viewer("owner");
  const { id: boardId } = await createBoard(owner, { title: "Tagged" });
  const ids = await seedGenerations({ ...owner, boardId }, 2500);
  const [gone, kept] = [await createTag(owner, { name: "Gone" }), await createTag(owner, { name: "Kept" })];
  for (const { id: tagId } of [gone, kept]) await db().generationTag.createMany({ data: ids.map((generationId) => ({ generationId, tagId })) });
  await deleteTag(owner, gone.id);
  expect(await db().tag.findMany({ where: { tenantId: owner.tenantId }, select: { name: true } })).toEqual([{ name: "Kept" }]);
  expect(await db().generation.count({ where: { boardId, tagIds: { equals: [kept.id] } } })).toBe(2500);
  const transactions = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM boards.generations WHERE board_id = ${boardId}::uuid GROUP BY xmin ORDER BY 1`;
  expect(transactions.map(({ count }) => count)).toEqual([500, 1000, 1000]);
});
