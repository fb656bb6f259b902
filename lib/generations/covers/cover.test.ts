import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { seedBoard, seedMember } from "@/lib/testing/seed/board";
import { seedGeneration } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let boardId: string;
/** Oldest first. */
let ids: string[];
const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/covers/set-board-cover")),
  ...(await import("@/lib/testing/ask-graphql")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

const make = async (place: string, minute: number, more: object = {}) =>
  (await seedGeneration({ ...owner, boardId: place }, { createdAt: new Date(minute * 60_000), thumbnailWidths: [320], ...more })).id;

beforeEach(async () => {
  boardId = (await seedBoard({ tenantId: owner.tenantId, ownerId: owner.userId })).id;
  ids = await Promise.all([1, 2, 3, 4, 5, 6].map((minute) => make(boardId, minute)));
});

async function coverOf(viewer: Viewer | null = owner) {
  const { data, errors } = await boards.askGraphql(viewer, `{ board(id: "${boardId}") { coverGenerationId coverGenerations { id } } }`);
  expect(errors).toEqual([]);
  const { board } = data as unknown as { board: { coverGenerationId: string | null; coverGenerations: { id: string }[] } };
  return { chosen: board.coverGenerationId, shown: board.coverGenerations.map(({ id }) => id) };
}
const newest = () => ids.slice(2).reverse();

it("a board shows what was chosen first and once, then its newest, and these alone when the choice is taken back", async () => {
  expect(await coverOf()).toEqual({ chosen: null, shown: newest() });
  const [old, , , , late] = ids as [string, string, string, string, string];
  await boards.setBoardCover(owner, boardId, old);
  expect(await coverOf()).toEqual({ chosen: old, shown: [old, ...newest().slice(0, 3)] });
  await boards.setBoardCover(owner, boardId, late);
  expect((await coverOf()).shown).toEqual([late, ...newest().filter((id) => id !== late)]);
  await boards.setBoardCover(owner, boardId, null);
  expect(await coverOf()).toEqual({ chosen: null, shown: newest() });
});

it("what was chosen is not shown while it lies in the trash, on another board, or is gone", async () => {
  const [old] = ids as [string];
  await boards.setBoardCover(owner, boardId, old);
  const change = (data: object) => boards.db().generation.update({ where: { id: old }, data });
  await change({ trashedAt: new Date() });
  expect((await coverOf()).shown).toEqual(newest());
  await change({ trashedAt: null });
  expect((await coverOf()).shown[0]).toBe(old);
  const elsewhere = await seedBoard({ tenantId: owner.tenantId, ownerId: owner.userId });
  await change({ boardId: elsewhere.id });
  expect((await coverOf()).shown).toEqual(newest());
  await boards.db().generation.delete({ where: { id: old } });
  expect((await coverOf()).shown).toEqual(newest());
});

it("a cover is a finished result with a preview, on the board itself and not in its trash", async () => {
  const choose = (generationId: string) => boards.setBoardCover(owner, boardId, generationId);
  const elsewhere = await seedBoard({ tenantId: owner.tenantId, ownerId: owner.userId });
  for (const id of [await make(elsewhere.id, 1), await make(boardId, 1, { trashedAt: new Date() })])
    await expect(choose(id)).rejects.toMatchObject({ reason: "generation.not_found", field: "generationId" });
  for (const columns of [{ thumbnailWidths: [] }, { status: "processing" }])
    await expect(choose(await make(boardId, 1, columns))).rejects.toMatchObject({ reason: "input.invalid", field: "generationId" });
});

it("who may only make on a board doesn't choose its cover, and strangers aren't told which was chosen", async () => {
  const [old] = ids as [string];
  const editor = await installation.viewer("editor");
  const stranger = await installation.viewer("stranger");
  await seedMember(boardId, editor.userId, "editor");
  await expect(boards.setBoardCover(editor, boardId, old)).rejects.toMatchObject({ reason: "board.forbidden" });
  await expect(boards.setBoardCover(stranger, boardId, old)).rejects.toMatchObject({ reason: "board.not_found", field: "boardId" });
  await boards.setBoardCover(owner, boardId, old);
  await boards.db().board.update({ where: { id: boardId }, data: { isPublic: true } });
  expect(await coverOf(null)).toEqual({ chosen: null, shown: [old, ...newest().slice(0, 3)] });
});
