import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;

beforeAll(async () => {
  installation = await openInstallation();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

it("a mark is there as long as there is a star or a rating", async () => {
  const { markGenerations } = await import("@/lib/curation/marks/mark-generations");
  const { createBoard } = await import("@/lib/boards/create-board");
  const { createGeneration } = await import("@/lib/generations/create-generation");
  const { db } = await import("@/lib/platform/db/client");
  const board = await createBoard(owner, { title: "x" });
  const request = { boardId: board.id, generatorName: "sketch", artifactType: "image", inputParams: { prompt: "x" } } as const;
  const { id } = await createGeneration(owner, request);
  const marksAfter = async (mark: Parameters<typeof markGenerations>[2]) => {
    expect(await markGenerations(owner, [id], mark)).toEqual([id]);
    return (await db().generationMark.findMany({ where: { generationId: id } })).map(({ isStarred, rating }) => ({ isStarred, rating }));
  };
  expect(await marksAfter({ isStarred: true })).toEqual([{ isStarred: true, rating: null }]);
  expect(await marksAfter({ rating: 4 })).toEqual([{ isStarred: true, rating: 4 }]);
  expect(await marksAfter({ isStarred: false })).toEqual([{ isStarred: false, rating: 4 }]);
  expect(await marksAfter({ rating: null })).toEqual([]);
  expect(await marksAfter({ isStarred: false })).toEqual([]);
});
