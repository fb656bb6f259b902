import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { jwtSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

/* Everything that adds many at once is counted by what it adds; what is refused adds nothing and counts for nothing. */

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/generations/artifacts/direct-upload")),
  ...(await import("@/lib/generations/confirm-upload")),
  ...(await import("@/lib/generations/artifacts/upload-artifact")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/curation/bulk-jobs/duplicate-board")),
  ...(await import("@/lib/generations/move-generations")),
  ...(await import("@/lib/platform/limits/rate-limits")),
  ...(await import("@/lib/curation/marks/mark-generations")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/curation/tags/tag-generations")),
  ...(await import("@/lib/curation/tags/write-tags")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation({
    ...jwtSettings,
    BOARDS_RATE_LIMIT_STORE: "postgres",
    BOARDS_RATE_LIMITS: JSON.stringify({ upload: 6, uploadTicket: 4, copy: 6, label: 6, generation: 6 }),
  });
  boards = await load();
});
afterAll(async () => {
  await (globalThis as { boardsLimits?: { pool?: { end(): Promise<void> } } }).boardsLimits?.pool?.end();
  await installation.close();
});

const rateLimited = { reason: "request.rate_limited", facts: { retryAfterSeconds: expect.any(Number) } };
const tooMany = { reason: "request.too_complex", message: "This asks for 7 at once, but the limit is 6 per minute. Ask for fewer." };

let people = 0;
/** Someone with nothing counted yet, and a board with `size` texts on it. */
async function someone(size: number) {
  people += 1;
  const viewer = await installation.viewer(`person-${people}`);
  const board = await boards.createBoard(viewer, { title: "From" });
  const other = await boards.createBoard(viewer, { title: "To" });
  const source = () => ({ file: Readable.from([Buffer.from("hello")]) });
  const ids: string[] = [];
  for (let each = 0; each < size; each++) ids.push((await boards.putOnBoard(viewer, board, { artifactType: "text", source: source() })).id);
  return { viewer, boardId: board.id, otherId: other.id, ids };
}
type Someone = Awaited<ReturnType<typeof someone>>;
const on = (boardId: string) => boards.db().generation.count({ where: { boardId } });
const boardsOf = ({ viewer }: Someone) => boards.db().board.count({ where: { ownerId: viewer.userId } });
const tagOf = async (viewer: Viewer, name: string) => (await boards.createTag(viewer, { name: `${name} of ${viewer.userId}` })).id;

describe("what one request does to many generations", () => {
  const doings: Record<string, (who: Someone, ids: string[]) => Promise<unknown>> = {
    "copying them": ({ viewer, otherId }, ids) => boards.copyGenerations(viewer, ids, otherId),
    "moving them": ({ viewer, otherId }, ids) => boards.moveGenerations(viewer, ids, otherId),
    "starring them": ({ viewer }, ids) => boards.markGenerations(viewer, ids, { isStarred: true }),
    "tagging them": async ({ viewer }, ids) => boards.tagGenerations(viewer, ids, { add: [await tagOf(viewer, String(ids.length))], remove: [] }),
  };
  it.each(Object.entries(doings))("%s counts each; too many are refused, and then few enough still go", async (_what, act) => {
    const who = await someone(7);
    await expect(act(who, who.ids)).rejects.toMatchObject(tooMany);
    await act(who, who.ids.slice(0, 4));
    await expect(act(who, who.ids.slice(4))).rejects.toMatchObject(rateLimited);
    await act(who, who.ids.slice(4, 6));
    await expect(act(who, who.ids.slice(6))).rejects.toMatchObject(rateLimited);
  });

  it("a tag more counts each again", async () => {
    const { viewer, ids } = await someone(4);
    const tagIds = [await tagOf(viewer, "One"), await tagOf(viewer, "Two")];
    await expect(boards.tagGenerations(viewer, ids, { add: tagIds, remove: [] })).rejects.toMatchObject({ reason: "request.too_complex" });
    await boards.tagGenerations(viewer, ids.slice(0, 3), { add: tagIds, remove: [] });
    await expect(boards.tagGenerations(viewer, ids.slice(3), { add: tagIds, remove: [] })).rejects.toMatchObject(rateLimited);
  });

  it("of twelve who copy at the same moment as many copy as there is room for", async () => {
    const who = await someone(2);
    const answers = await Promise.allSettled(Array.from({ length: 12 }, () => boards.copyGenerations(who.viewer, who.ids, who.otherId)));
    const copied = answers.filter(({ status }) => status === "fulfilled").length;
    expect(copied).toBeGreaterThan(0);
    expect(copied).toBeLessThanOrEqual(3);
    expect(await on(who.otherId)).toBe(2 * copied);
  });

  it("duplicating a board counts what is on it, and leaves no board when it is refused", async () => {
    const who = await someone(4);
    await boards.duplicateBoard(who.viewer, who.boardId);
    const before = await boardsOf(who);
    await expect(boards.duplicateBoard(who.viewer, who.boardId)).rejects.toMatchObject(rateLimited);
    expect(await boardsOf(who)).toBe(before);
    await boards.copyGenerations(who.viewer, who.ids.slice(2), who.otherId);
  });

  it("what fails counts for nothing", async () => {
    const who = await someone(4);
    const { storageKey } = await boards.db().generation.findUniqueOrThrow({ where: { id: who.ids[3] } });
    await boards.currentStorage().deleteFolder((storageKey ?? "").replace("/original", ""));
    for (let round = 0; round < 3; round++) {
      await expect(boards.copyGenerations(who.viewer, who.ids, who.otherId)).rejects.toMatchObject({ reason: "artifact.not_found" });
      await expect(boards.duplicateBoard(who.viewer, who.boardId)).rejects.toMatchObject({ reason: "artifact.not_found" });
    }
    expect(await on(who.otherId)).toBe(0);
    await boards.copyGenerations(who.viewer, who.ids.slice(0, 3), who.otherId);
  });
});

describe("generations of one request", () => {
  it("count each, and not at all when they are refused", async () => {
    const who = await someone(0);
    const ask = (count: number) =>
      boards.createGeneration(who.viewer, {
        boardId: who.boardId,
        generatorName: "sketch",
        artifactType: "image",
        inputParams: { prompt: "x", count },
      });
    const limit = { tenantId: who.viewer.tenantId, userId: who.viewer.userId, period: "day", maxGenerations: 0 };
    await boards.db().spendingLimit.create({ data: limit });
    for (let round = 0; round < 3; round++) await expect(ask(4)).rejects.toMatchObject({ reason: "credits.limit_reached" });
    await boards.db().spendingLimit.deleteMany();
    await ask(4);
    await expect(ask(4)).rejects.toMatchObject(rateLimited);
    await ask(2);
    await expect(ask(1)).rejects.toMatchObject(rateLimited);
    expect(await on(who.boardId)).toBe(6);
  });
});

describe("uploads", () => {
  it("count by every way onto a board: sent along, by address, announced", async () => {
    const { viewer, boardId } = await someone(0);
    const upload = { boardId, artifactType: "text" } as const;
    const send = () => boards.uploadArtifact(viewer, { ...upload, source: { file: Readable.from([Buffer.from("hello")]) } });
    const fetchIt = () => boards.uploadArtifact(viewer, { ...upload, source: { url: "http://127.0.0.1/x" } });
    const announce = () => boards.announceUpload(viewer, upload);
    for (let round = 0; round < 2; round++) {
      await send();
      await expect(fetchIt()).rejects.toMatchObject({ reason: "artifact.url_refused" });
      await announce();
    }
    for (const way of [send, fetchIt, announce]) await expect(way()).rejects.toMatchObject(rateLimited);
    expect(await on(boardId)).toBe(2);
  });

  it("by ticket count what is sent and what is confirmed, for whoever announced them", async () => {
    const { viewer, boardId } = await someone(0);
    const { ticket } = await boards.announceUpload(viewer, { boardId, artifactType: "text" });
    const send = () => boards.receiveUpload(ticket, Readable.from([Buffer.from("hello")]), 5);
    for (let round = 0; round < 3; round++) await send();
    await boards.confirmUpload(viewer, ticket);
    await expect(send()).rejects.toMatchObject(rateLimited);
    await expect(boards.confirmUpload(viewer, ticket)).rejects.toMatchObject(rateLimited);
    expect(await on(boardId)).toBe(1);
  });
});
