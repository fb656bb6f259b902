// @vitest-environment happy-dom
import { afterAll, beforeAll, expect, it } from "vitest";
import { seedGeneration } from "@/lib/testing/seed/generation";
import { useGallery, useMarks, useTagging } from "../index.ts";
import { openClient } from "../testing/open-client.tsx";

let client: Awaited<ReturnType<typeof openClient>>;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/curation/tags/write-tags")),
});
let boards: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  client = await openClient();
  boards = await load();
});
afterAll(() => client.close());

it("a gallery of what is starred, well rated or tagged follows the marks that are made and taken back", async () => {
  const { id: boardId } = await boards.createBoard(client.owner, { title: "Marks" });
  const tag = await boards.createTag(client.owner, { name: "Keep" });
  const { id } = await seedGeneration({ ...client.owner, boardId });
  const page = client.show(() => ({
    marks: useMarks(),
    tag: useTagging(),
    counts: [
      useGallery(boardId, { isStarred: true }, "NEWEST").totalCount,
      useGallery(boardId, { minRating: 4 }, "NEWEST").totalCount,
      useGallery(null, { tagIds: [tag.id] }, "NEWEST").totalCount,
    ],
  }));
  const untilCounts = (...counts: number[]) => page.until((now) => expect(now.counts).toEqual(counts));
  await untilCounts(0, 0, 0);
  const takeBack = await page.now.marks.star([id], true);
  await untilCounts(1, 0, 0);
  await page.now.marks.rate([id], 4);
  await untilCounts(1, 1, 0);
  await page.now.tag([id], { add: [tag.id], remove: [] });
  await untilCounts(1, 1, 1);
  await takeBack();
  await untilCounts(0, 1, 1);
});
