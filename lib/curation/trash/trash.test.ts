import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let member: Viewer;
const load = async () => ({
  ...(await import("@/lib/generations/artifacts/upload-artifact")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/curation/bulk-jobs/delete-board")),
  ...(await import("@/lib/curation/bulk-jobs/duplicate-board")),
  ...(await import("@/lib/boards/find-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/generations/delete-generation")),
  ...(await import("@/lib/generations/generation-loaders")),
  ...(await import("@/lib/platform/graphql/request-budget")),
  ...(await import("@/lib/generations/destroy-generations")),
  ...(await import("@/lib/generations/move-generations")),
  ...(await import("@/lib/generations/retry-generation")),
  ...(await import("@/lib/generations/cancel-generation")),
  ...(await import("@/lib/boards/members/add-member")),
  ...(await import("@/lib/boards/members/transfer-board")),
  ...(await import("@/lib/generations/sharing/share-links")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/testing/run-batch")),
  ...(await import("@/lib/curation/trash/purge-trash")),
  ...(await import("@/lib/curation/trash/trash")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  member = await installation.viewer("member");
});
afterAll(() => installation.close());

const row = (id: string) => boards.db().generation.findUnique({ where: { id } });
const newBoard = async (title: string) => (await boards.createBoard(owner, { title })).id;

async function sketch(boardId: string, { isRun = true } = {}) {
  const { id } = await boards.createGeneration(owner, {
    boardId,
    generatorName: "sketch",
    artifactType: "image",
    inputParams: { prompt: "hills" },
  });
  if (isRun) await boards.runBatch(id);
  return id;
}
const hasFile = async (id: string) => Boolean(await boards.currentStorage().stat((await row(id))?.storageKey ?? "none/none"));

describe("the trash", () => {
  it("hides generations and gives them back, cancels what is under way, all or none", async () => {
    const boardId = await newBoard("Trash");
    const [done, live] = [await sketch(boardId), await sketch(boardId, { isRun: false })];
    await expect(boards.trashGenerations(owner, [done, "0192aaaa-0000-7000-8000-000000000000"])).rejects.toMatchObject({ field: "ids.1" });
    expect((await row(done))?.trashedAt).toBeNull();
    expect(await boards.trashGenerations(owner, [done, live])).toBe(2);
    expect(await row(live)).toMatchObject({ status: "cancelled" });
    await expect(
      boards.createGeneration(owner, { boardId, generatorName: "edit", artifactType: "image", inputParams: { image: done } }),
    ).rejects.toMatchObject({
      reason: "generation.input_unusable",
    });
    expect(await boards.restoreGenerations(owner, [done])).toBe(1);
    expect((await row(done))?.trashedAt).toBeNull();
    expect(await hasFile(done)).toBe(true);
  });

  it("keeps a board for its owner, and is purged with its files when its time has come", async () => {
    const boardId = await newBoard("Gone");
    const id = await sketch(boardId);
    const key = (await row(id))?.storageKey ?? "";
    await boards.trashBoard(owner, boardId);
    await expect(boards.findBoardFor(owner, "view", boardId, "")).rejects.toMatchObject({ reason: "board.not_found" });
    await boards.restoreBoard(owner, boardId);
    await boards.trashBoard(owner, boardId);
    const days = (count: number) => new Date(Date.now() + count * 24 * 3600 * 1000);
    expect(await boards.purgeTrash(days(29))).toEqual({ boards: 0, generations: 0, hasMore: false });
    expect((await boards.purgeTrash(days(31))).boards).toBe(1);
    expect(await row(id)).toBeNull();
    expect(await boards.currentStorage().stat(key)).toBeNull();
  });
});

describe("moving and copying", () => {
  it("moves a generation with its file, which outlives the board that it came from", async () => {
    const [from, to] = [await newBoard("From"), await newBoard("To")];
    const id = await sketch(from);
    await boards.moveGenerations(owner, [id], to);
    expect((await row(id))?.boardId).toBe(to);
    await boards.deleteBoard(owner, from);
    expect(await hasFile(id)).toBe(true);
  });

  it("moves there and back at the same moment, without one waiting for the other for good", async () => {
    const [one, other] = [await newBoard("One"), await newBoard("Other")];
    const here = await Promise.all(Array.from({ length: 4 }, () => sketch(one)));
    const there = await Promise.all(Array.from({ length: 4 }, () => sketch(other)));
    for (let round = 0; round < 6; round++) {
      const [to, back] = round % 2 ? [one, other] : [other, one];
      await Promise.all([boards.moveGenerations(owner, here, to), boards.moveGenerations(owner, there, back)]);
    }
    expect((await boards.db().generation.findMany({ where: { id: { in: here } } })).every(({ boardId }) => boardId === one)).toBe(true);
  });

  it("leaves what others moved or deleted after it was decided about, and tells no board about it", async () => {
    const [from, theirs, to] = [await newBoard("From"), await newBoard("Theirs"), await newBoard("To")];
    const [moved, deleted, kept] = [await sketch(from), await sketch(from), await sketch(from)];
    const decided = await boards.db().generation.findMany({ where: { boardId: from }, orderBy: { createdAt: "asc" } });
    await boards.moveGenerations(owner, [moved], theirs);
    await boards.destroyGenerations([deleted]);
    const before = await boards.db().generationEvent.count({ where: { generationId: { in: [moved, deleted] } } });
    expect(await boards.moveRows(decided, to)).toEqual([kept]);
    expect(await boards.trashRows(decided.filter(({ id }) => id !== kept))).toBe(0);
    expect(await boards.restoreRows(decided.filter(({ id }) => id !== kept))).toBe(0);
    expect(await row(moved)).toMatchObject({ boardId: theirs, trashedAt: null });
    expect(await boards.db().generationEvent.count({ where: { generationId: { in: [moved, deleted] } } })).toBe(before);
  });

  it("copies files and lineage; deleting the original leaves the copy whole", async () => {
    const [from, to] = [await newBoard("Originals"), await newBoard("Copies")];
    const id = await sketch(from);
    const [copy = ""] = await boards.copyGenerations(owner, [id], to);
    const [one, other] = [await row(id), await row(copy)];
    expect(other).toMatchObject({ boardId: to, contentHash: one?.contentHash, inputParams: one?.inputParams, thumbnailWidths: one?.thumbnailWidths });
    await boards.deleteGeneration(owner, id);
    expect(await hasFile(copy)).toBe(true);
    const live = await sketch(from, { isRun: false });
    await expect(boards.copyGenerations(owner, [live], to)).rejects.toMatchObject({ reason: "input.invalid", field: "ids.0" });
  });

  it("copies the previews of a video too, which go with it", async () => {
    const [from, to] = [await newBoard("Films"), await newBoard("Copied films")];
    const file = { path: "lib/platform/media/testing/samples/film.m4v" };
    const { id } = await boards.uploadArtifact(owner, { boardId: from, artifactType: "video", source: { file } });
    const [copy = ""] = await boards.copyGenerations(owner, [id], to);
    const { storageKey, thumbnailWidths, stripFrames } = await boards.db().generation.findUniqueOrThrow({ where: { id: copy } });
    const folder = storageKey?.replace("/original", "") ?? "";
    const filesOf = async () => (await boards.currentStorage().list(null, 10_000)).filter((key) => key.startsWith(folder)).sort();
    expect({ thumbnailWidths, stripFrames }).toEqual({ thumbnailWidths: [320], stripFrames: 12 });
    expect(await filesOf()).toEqual([`${folder}/original`, `${folder}/strip.webp`, `${folder}/thumb-320.webp`]);
    await boards.deleteGeneration(owner, copy);
    expect(await filesOf()).toEqual([]);
  });

  it("leaves no row and no file of copies of which one fails", async () => {
    const [from, to] = [await newBoard("Originals"), await newBoard("Copies")];
    const ids = await Promise.all([sketch(from), sketch(from)]);
    const [lost, kept] = await Promise.all(ids.map(row));
    await boards.currentStorage().deleteFolder(lost?.storageKey?.replace("/original", "") ?? "");
    await expect(boards.copyGenerations(owner, ids, to)).rejects.toMatchObject({ reason: "artifact.not_found" });
    expect(await boards.db().generation.count({ where: { boardId: to } })).toBe(0);
    expect((await boards.currentStorage().list(null, 10_000)).filter((key) => key.includes(to))).toEqual([]);
    expect(await hasFile(kept?.id ?? "")).toBe(true);
  });

  it("duplicates a board as a private one", async () => {
    const boardId = await newBoard("Twice");
    await sketch(boardId);
    await boards.db().board.update({ where: { id: boardId }, data: { isPublic: true } });
    const copy = await boards.duplicateBoard(member, boardId);
    expect(copy).toMatchObject({ title: "Twice (copy)", ownerId: member.userId, isPublic: false });
    const [made] = await boards.db().generation.findMany({ where: { boardId: copy.id } });
    expect(made?.userId).toBe(member.userId);
    expect(await hasFile(made?.id ?? "")).toBe(true);
  });
});

describe("around a board", () => {
  it("retries what was canceled with the same inputs, and nothing that is done", async () => {
    const boardId = await newBoard("Retry");
    const id = await sketch(boardId, { isRun: false });
    await expect(boards.retryGeneration(owner, id)).rejects.toMatchObject({ reason: "generation.not_retryable" });
    await boards.cancelGeneration(owner, id);
    const again = await boards.retryGeneration(owner, id);
    expect(again).toMatchObject({ regeneratedFromId: id, status: "pending", inputParams: (await row(id))?.inputParams });
  });

  it("tells what waits how many are in front of it", async () => {
    await boards.db().generation.deleteMany({ where: { status: "pending" } });
    const boardId = await newBoard("Queue");
    const waiting = [];
    for (let each = 0; each < 3; each++) waiting.push(await sketch(boardId, { isRun: false }));
    const { queuePosition } = boards.generationLoaders(owner, new boards.RequestBudget());
    expect(await queuePosition.loadMany(waiting)).toEqual([0, 1, 2]);
    await boards.cancelGeneration(owner, waiting[0] ?? "");
    expect(await boards.generationLoaders(owner, new boards.RequestBudget()).queuePosition.loadMany(waiting)).toEqual([null, 0, 1]);
  });

  it("gives a board to a member, and its owner stays as an admin", async () => {
    const boardId = await newBoard("Handed over");
    await expect(boards.transferBoard(owner, boardId, member.userId)).rejects.toMatchObject({ reason: "member.not_found" });
    await boards.addMember(owner, { boardId, userId: member.userId, role: "viewer" });
    await expect(boards.addMember(owner, { boardId, userId: member.userId, role: "viewer" })).rejects.toMatchObject({ reason: "member.exists" });
    const elsewhere = await installation.viewer("elsewhere", "another-tenant");
    await expect(boards.addMember(owner, { boardId, userId: elsewhere.userId, role: "viewer" })).rejects.toMatchObject({ reason: "user.not_found" });
    expect(await boards.transferBoard(owner, boardId, member.userId)).toMatchObject({ ownerId: member.userId });
    expect(await boards.db().boardMember.findMany({ where: { boardId } })).toMatchObject([{ userId: owner.userId, role: "admin" }]);
  });

  it("shows a shared board by its link until it expires or is revoked, never by a guess", async () => {
    const boardId = await newBoard("Shared");
    const link = await boards.createShareLink(owner, { boardId, showsRecipe: true });
    const token = boards.shareTokenOf(link.id);
    expect(await boards.findSharedBoard(token)).toMatchObject({ showsRecipe: true, board: { title: "Shared" } });
    for (const guess of ["", "x", `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`, boards.shareTokenOf(boardId)])
      expect(await boards.findSharedBoard(guess)).toBeNull();
    await boards.db().shareLink.update({ where: { id: link.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await boards.findSharedBoard(token)).toBeNull();
    await boards.db().shareLink.update({ where: { id: link.id }, data: { expiresAt: null } });
    await boards.revokeShareLink(owner, link.id);
    expect(await boards.findSharedBoard(token)).toBeNull();
    await expect(boards.createShareLink(owner, { boardId, showsRecipe: false, expiresAt: new Date(0) })).rejects.toMatchObject({
      field: "expiresAt",
    });
  });
});
