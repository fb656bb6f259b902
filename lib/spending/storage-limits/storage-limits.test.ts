import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { LocalStorage } from "@/lib/platform/storage/local-storage";
import { moveFiles } from "@/lib/platform/storage/move-files";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let editor: Viewer;
let boardId: string;
let editorsBoardId: string;
const load = async () => ({
  ...(await import("@/lib/generations/artifacts/direct-upload")),
  ...(await import("@/lib/generations/artifacts/upload-artifact")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/curation/bulk-jobs/delete-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/env")),
  ...(await import("@/lib/platform/db/tenant-scope")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/generations/delete-generation")),
  ...(await import("@/lib/curation/bulk-jobs/duplicate-board")),
  ...(await import("@/lib/generations/fail-output")),
  ...(await import("@/lib/generations/move-generations")),
  ...(await import("@/lib/boards/members/add-member")),
  ...(await import("@/lib/boards/members/transfer-board")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/spending/storage-limits/set-storage-limits")),
  ...(await import("@/lib/spending/storage-limits/storage-use")),
  ...(await import("@/lib/identity/tenants/administer-tenants")),
  ...(await import("@/lib/testing/confirm-and-check")),
  ...(await import("@/lib/testing/run-batch")),
  ...(await import("@/lib/curation/trash/purge-trash")),
  ...(await import("@/lib/curation/trash/trash")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation({ BOARDS_USER_STORAGE_LIMIT: "500000000000", BOARDS_TENANT_STORAGE_LIMIT: "9000000000000" });
  boards = await load();
  owner = await installation.viewer("owner");
  editor = await installation.viewer("editor");
  boardId = (await boards.createBoard(owner, { title: "Owner's" })).id;
  editorsBoardId = (await boards.createBoard(editor, { title: "Editor's" })).id;
  await boards.addMember(owner, { boardId, userId: editor.userId, role: "editor" });
  await boards.addMember(editor, { boardId: editorsBoardId, userId: owner.userId, role: "editor" });
});
afterAll(() => installation.close());

const upload = (viewer: Viewer, text = "hello", to = boardId) =>
  boards.uploadArtifact(viewer, { boardId: to, artifactType: "text", source: { file: Readable.from([Buffer.from(text)]) } });
const sketch = (viewer: Viewer, to = boardId) =>
  boards.createGeneration(viewer, { boardId: to, generatorName: "sketch", artifactType: "image", inputParams: { prompt: "x" } });
const usedBy = async ({ userId }: Pick<Viewer, "userId">) => (await boards.storageOfUsers([userId]))[0]?.usedBytes ?? -1;

/** Accounts that do not hold what their people's files take. */
const wrongAccounts = () =>
  boards.db().$queryRaw`
    SELECT coalesce(account.user_id, made.user_id) AS user_id, account.used_bytes, made.bytes
    FROM boards.storage_accounts AS account
    FULL JOIN (SELECT user_id, sum(file_size_bytes) AS bytes FROM boards.generations WHERE storage_key IS NOT NULL GROUP BY user_id) AS made USING (user_id)
    WHERE coalesce(account.used_bytes, 0) <> coalesce(made.bytes, 0)`;

describe("what files take", () => {
  afterEach(async () => expect(await wrongAccounts()).toEqual([]));

  it("is counted to whoever uploaded or made it, previews not, wherever its board is", async () => {
    const before = await usedBy(editor);
    await upload(editor, "12345");
    expect(await usedBy(editor)).toBe(before + 5);
    const { id } = await sketch(editor);
    await boards.runBatch(id);
    const made = await boards.db().generation.findUniqueOrThrow({ where: { id } });
    expect(made.thumbnailWidths.length).toBeGreaterThan(0);
    expect(await usedBy(editor)).toBe(before + 5 + Number(made.fileSizeBytes));
    const ofOwner = await usedBy(owner);
    await boards.moveGenerations(editor, [id], editorsBoardId);
    await boards.transferBoard(editor, editorsBoardId, owner.userId);
    await boards.transferBoard(owner, editorsBoardId, editor.userId);
    expect(await usedBy(owner)).toBe(ofOwner);
    expect(await usedBy(editor)).toBe(before + 5 + Number(made.fileSizeBytes));
  });

  it("is counted again for each copy, to whoever copies", async () => {
    const { id } = await upload(editor, "0123456789");
    const before = [await usedBy(owner), await usedBy(editor)] as const;
    await boards.copyGenerations(owner, [id], editorsBoardId);
    expect([await usedBy(owner), await usedBy(editor)]).toEqual([before[0] + 10, before[1]]);
    const copy = await boards.duplicateBoard(owner, boardId);
    const { _sum } = await boards.db().generation.aggregate({ where: { boardId: copy.id }, _sum: { fileSizeBytes: true } });
    expect(await usedBy(owner)).toBe(before[0] + 10 + Number(_sum.fileSizeBytes));
    await boards.deleteBoard(owner, copy.id);
    expect(await usedBy(owner)).toBe(before[0] + 10);
  });

  it("stays the same when the files are moved to another storage, and is what lies there", async () => {
    await boards.copyGenerations(owner, [(await upload(editor, "0123456789")).id], editorsBoardId);
    const before = [await usedBy(owner), await usedBy(editor)];
    const folder = await mkdtemp(join(tmpdir(), "boards-moved-"));
    const target = new LocalStorage(folder);
    await moveFiles(boards.currentStorage(), target);
    process.env.BOARDS_STORAGE_LOCAL_BASE_PATH = folder;
    boards.forgetEnv();
    expect([await usedBy(owner), await usedBy(editor)]).toEqual(before);
    const originals = (await target.list(null, 10_000)).filter((key) => key.endsWith("/original"));
    const sizes = await Promise.all(originals.map(async (key) => (await target.stat(key))?.sizeBytes ?? 0));
    const everyone = await boards.db().storageAccount.aggregate({ _sum: { usedBytes: true } });
    expect(Number(everyone._sum.usedBytes)).toBe(sizes.reduce((sum, each) => sum + each, 0));
    // What is written from now on is counted as before.
    await upload(editor, "12345");
    expect(await usedBy(editor)).toBe((before[1] ?? 0) + 5);
    process.env.BOARDS_STORAGE_LOCAL_BASE_PATH = installation.storageFolder;
    boards.forgetEnv();
    await rm(folder, { recursive: true });
  });

  it("is counted in the trash, until it is deleted for good", async () => {
    const before = await usedBy(owner);
    const [first, second, third] = [await upload(owner), await upload(owner), await upload(owner)];
    await boards.trashGenerations(owner, [first.id, second.id, third.id]);
    expect(await usedBy(owner)).toBe(before + 15);
    await boards.restoreGenerations(owner, [third.id]);
    await boards.deleteGenerations(owner, [second.id]);
    expect(await usedBy(owner)).toBe(before + 10);
    await boards.purgeTrash(new Date(Date.now() + 40 * 86_400_000));
    expect(await usedBy(owner)).toBe(before + 5);
  });

  it("is counted for a result that cannot be used and is kept for download", async () => {
    const before = await usedBy(owner);
    const { id } = await sketch(owner);
    await boards.db().generationStep.create({
      data: { generationId: id, name: "store-0", result: { storageKey: "kept/original", mimeType: "image/png", sizeBytes: 77, contentHash: "x" } },
    });
    const { BoardsError } = await import("@/lib/platform/errors");
    await boards.failOutput(id, 0, new BoardsError("provider.result_invalid"));
    expect(await usedBy(owner)).toBe(before + 77);
  });

  it("goes with the person, the board and the tenant", async () => {
    const guest = await installation.viewer("guest", "elsewhere");
    const leaving = await installation.viewer("leaving", "elsewhere");
    const shared = await boards.createBoard(guest, { title: "Shared" });
    await boards.addMember(guest, { boardId: shared.id, userId: leaving.userId, role: "editor" });
    await upload(guest, "12345", shared.id);
    await upload(leaving, "1234567", shared.id);
    expect(await boards.storageOfTenant(guest.tenantId)).toMatchObject({ usedBytes: 12 });
    await boards.db().user.delete({ where: { id: leaving.userId } });
    expect(await boards.storageOfTenant(guest.tenantId)).toMatchObject({ usedBytes: 5 });
    await boards.trashBoard(guest, shared.id);
    expect(await boards.storageOfTenant(guest.tenantId)).toMatchObject({ usedBytes: 5 });
    await boards.purgeTrash(new Date(Date.now() + 40 * 86_400_000));
    expect(await boards.storageOfTenant(guest.tenantId)).toMatchObject({ usedBytes: 0 });
    const last = await boards.createBoard(guest, { title: "Last" });
    await upload(guest, "12345", last.id);
    await boards.deleteTenant(guest.tenantId);
    expect(await boards.db().storageAccount.count({ where: { tenantId: guest.tenantId } })).toBe(0);
  });

  it("stays right when everything happens at the same moment", async () => {
    const there = await Promise.all(Array.from({ length: 8 }, () => upload(owner, "there")));
    const ids = there.map(({ id }) => id);
    await Promise.allSettled([
      ...Array.from({ length: 8 }, (_, each) => upload(each % 2 ? owner : editor, "x".repeat(each + 1))),
      ...ids.map((id) => boards.copyGenerations(editor, [id], editorsBoardId)),
      ...ids.slice(0, 4).map((id) => boards.deleteGeneration(owner, id)),
      ...ids.slice(4).map((id) => boards.moveGenerations(owner, [id], editorsBoardId)),
      boards.duplicateBoard(editor, boardId),
    ]);
  });

  it("is found for what was there before it was counted", async () => {
    const client = new Client({ connectionString: process.env.DATABASE_URL ?? "" });
    await client.connect();
    const run = async (file: string) => client.query(await readFile(`prisma/migrations/20261126032000_storage_accounts/${file}`, "utf8"));
    try {
      await client.query("BEGIN");
      await run("down.sql");
      await run("migration.sql");
      await client.query("COMMIT");
    } finally {
      await client.end();
    }
    expect(await usedBy(owner)).toBeGreaterThan(0);
  });
});

describe("limits", () => {
  afterEach(async () => {
    await boards.db().storageAccount.updateMany({ data: { limitBytes: null } });
    await boards.db().tenant.updateMany({ data: { storageLimitBytes: null } });
    expect(await wrongAccounts()).toEqual([]);
  });

  const rows = () => boards.db().generation.count();
  const files = async () => (await boards.currentStorage().list(null, 1000)).length;
  const leaveOwner = async (bytes: number) => boards.setUserStorageLimit(owner, { userId: owner.userId, limitBytes: (await usedBy(owner)) + bytes });
  const leaveTenant = async (bytes: number) => {
    const { usedBytes } = await boards.storageOfTenant(owner.tenantId);
    return boards.setTenantStorageLimit(owner, { limitBytes: usedBytes + bytes });
  };
  const fulfilled = (answers: PromiseSettledResult<unknown>[]) => answers.filter(({ status }) => status === "fulfilled").length;
  const expectRefusals = (answers: PromiseSettledResult<unknown>[]) => {
    for (const answer of answers)
      if (answer.status === "rejected")
        expect(answer.reason).toMatchObject({
          reason: "storage.limit_reached",
          message: expect.stringMatching(/Delete files and empty the trash, or ask an admin/),
        });
  };
  const twelve = <T>(work: (each: number) => Promise<T>) => Promise.allSettled(Array.from({ length: 12 }, (_, each) => work(each)));

  it("of twelve uploads at the same moment let through as many as there is room for, and nothing of the others stays", async () => {
    await leaveOwner(17);
    const before = [await rows(), await files()] as const;
    const answers = await twelve(() => upload(owner));
    expect(fulfilled(answers)).toBe(3);
    expectRefusals(answers);
    expect([await rows(), await files()]).toEqual([before[0] + 3, before[1] + 3]);
  });

  it("of twelve copies and duplicated boards, too", async () => {
    const board = await boards.createBoard(owner, { title: "Small" });
    const { id } = await upload(owner, "hello", board.id);
    await leaveOwner(12);
    const before = [await rows(), await files(), await boards.db().board.count()] as const;
    const answers = await twelve<unknown>((each) =>
      each % 2 ? boards.copyGenerations(owner, [id], editorsBoardId) : boards.duplicateBoard(owner, board.id),
    );
    expect(fulfilled(answers)).toBe(2);
    expectRefusals(answers);
    expect([await rows(), await files()]).toEqual([before[0] + 2, before[1] + 2]);
    const duplicates = answers.filter(({ status }, each) => status === "fulfilled" && each % 2 === 0).length;
    expect(await boards.db().board.count()).toBe(before[2] + duplicates);
  });

  it("of a tenant hold for its people together", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, (_, each) => installation.viewer(`crowd-${each}`)));
    const own = await Promise.all(people.map(async (person) => (await boards.createBoard(person, { title: "Own" })).id));
    await leaveTenant(22);
    const answers = await twelve((each) => upload(people[each] as Viewer, "hello", own[each]));
    expect(fulfilled(answers)).toBe(4);
    expectRefusals(answers);
    expect(answers.find((answer) => answer.status === "rejected")?.reason.message).toMatch(
      /this workspace's files .* ask an admin of the installation/i,
    );
  });

  it("refuse by every way, before anything is done, and say how much there is", async () => {
    const { id } = await upload(owner, "0123456789");
    const provider = await boards.db().providerJob.count();
    const lines = await boards.db().creditTransaction.count();
    await leaveOwner(0);
    const before = [await rows(), await files(), await boards.db().board.count()];
    const ways = {
      upload: () => upload(owner),
      "upload by address": () => boards.uploadArtifact(owner, { boardId, artifactType: "text", source: { url: "http://127.0.0.1/" } }),
      announce: () => boards.announceUpload(owner, { boardId, artifactType: "text" }),
      copy: () => boards.copyGenerations(owner, [id], boardId),
      duplicate: () => boards.duplicateBoard(owner, boardId),
      generate: () => sketch(owner),
    };
    for (const [way, go] of Object.entries(ways)) await expect(go(), way).rejects.toMatchObject({ reason: "storage.limit_reached" });
    expect([await rows(), await files(), await boards.db().board.count()]).toEqual(before);
    expect([await boards.db().providerJob.count(), await boards.db().creditTransaction.count()]).toEqual([provider, lines]);
    const used = await usedBy(owner);
    const { formatBytes } = await import("@/lib/platform/text/format-bytes");
    await expect(boards.copyGenerations(owner, [id], boardId)).rejects.toThrow(
      `This needs 10 bytes, but your files already use ${formatBytes(used)} of ${formatBytes(used)}. Delete files and empty the trash, or ask an admin for more.`,
    );
    // Someone else has their own.
    await upload(editor);
    await boards.deleteGenerations(owner, [id]);
    await upload(owner, "0123456789");
  });

  it("look at what is announced, and again at what came", async () => {
    await leaveOwner(20);
    const usedBefore = await usedBy(owner);
    const announce = (sizeBytes?: number) => boards.announceUpload(owner, { boardId, artifactType: "text", sizeBytes });
    await expect(announce(21)).rejects.toMatchObject({ reason: "storage.limit_reached" });
    const tickets = await Promise.all([announce(15), announce(15), announce()]);
    for (const [each, { ticket }] of tickets.entries()) {
      const bytes = Buffer.alloc(each === 2 ? 21 : 15, "x");
      await boards.receiveUpload(ticket, Readable.from([bytes]), bytes.length);
    }
    const answers = await Promise.allSettled(tickets.map(({ ticket }) => boards.confirmAndCheck(owner, ticket)));
    // What alone has no room is not taken; of two that have, each alone, one fails, and what it took is given back.
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expectRefusals(answers);
    const checked = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    expect(checked.map(({ status }) => status).toSorted()).toEqual(["completed", "failed"]);
    expect(checked.find(({ status }) => status === "failed")).toMatchObject({
      errorCode: "storage.limit_reached",
      errorMessage: expect.stringMatching(/Delete files and empty the trash/),
      storageKey: null,
    });
    expect(await usedBy(owner)).toBe(usedBefore + 15);
    expect((await boards.currentStorage().list(null, 1000)).filter((key) => key.startsWith("uploads/"))).toEqual([]);
  });

  it("keep a result that was asked for while there was room, however large it is", async () => {
    await leaveOwner(1);
    const { id } = await sketch(owner);
    await boards.runBatch(id);
    const made = await boards.db().generation.findUniqueOrThrow({ where: { id } });
    expect(made).toMatchObject({ status: "completed" });
    const [use] = await boards.storageOfUsers([owner.userId]);
    expect(use?.usedBytes).toBeGreaterThan(use?.limitBytes ?? Number.POSITIVE_INFINITY);
    await expect(sketch(owner)).rejects.toMatchObject({ reason: "storage.limit_reached" });
  });
});

describe("who sets and sees them", () => {
  const asked = "storage { usedBytes limitBytes } tenantStorage { usedBytes limitBytes }";

  it("oneself sees one's own and the tenant's, admins see everybody's, others nobody's", async () => {
    await boards.setUserStorageLimit(owner, { userId: editor.userId, limitBytes: 1000 });
    await boards.setTenantStorageLimit(owner, { limitBytes: 5_000_000_000_000 });
    const own = await usedBy(editor);
    const { usedBytes } = await boards.storageOfTenant(owner.tenantId);
    const all = { storage: { usedBytes: own, limitBytes: 1000 }, tenantStorage: { usedBytes, limitBytes: 5_000_000_000_000 } };
    expect((await askGraphql(editor, `{ me { ${asked} } }`)).data).toMatchObject({ me: all });
    const { data } = await askGraphql(owner, `{ tenantUsers(first: 100) { nodes { id ${asked} } } }`);
    const { tenantUsers } = data as unknown as { tenantUsers: { nodes: unknown[] } };
    expect(tenantUsers.nodes).toContainEqual({ id: editor.userId, ...all });
    const stranger = await installation.viewer("stranger");
    const seen = await askGraphql(stranger, `query ($id: UUID!) { user(id: $id) { ${asked} } }`, { id: editor.userId });
    expect(seen.data).toEqual({ user: { storage: null, tenantStorage: null } });
  });

  it("an admin sets a person's, and an admin of the installation a tenant's; without a number the installation's own counts again", async () => {
    const set = (viewer: Viewer, limitBytes: unknown, userId = editor.userId) =>
      askGraphql(
        viewer,
        "mutation ($userId: UUID!, $limitBytes: Float) { setUserStorageLimit(userId: $userId, limitBytes: $limitBytes) { limitBytes } }",
        {
          userId,
          limitBytes,
        },
      );
    expect((await set(owner, 12)).data).toMatchObject({ setUserStorageLimit: { limitBytes: 12 } });
    expect((await set(editor, null)).errors[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
    const guest = await installation.viewer("guest", "another");
    expect((await set(guest, null)).errors[0]?.extensions).toMatchObject({ code: "NOT_FOUND", field: "userId" });
    for (const wrong of [-1, 1.5, 2e15]) expect((await set(owner, wrong)).errors[0]?.extensions).toMatchObject({ field: "limitBytes" });
    expect((await set(owner, null)).data).toMatchObject({ setUserStorageLimit: { limitBytes: 500_000_000_000 } });

    await expect(boards.setTenantStorageLimit(guest, { limitBytes: 1 })).rejects.toMatchObject({ reason: "auth.admin_required" });
    expect(await boards.setTenantStorageLimit(owner, { tenantId: guest.tenantId, limitBytes: 7 })).toEqual({ usedBytes: 0, limitBytes: 7 });
    expect(await boards.setTenantStorageLimit(owner, { tenantId: guest.tenantId })).toEqual({ usedBytes: 0, limitBytes: 9_000_000_000_000 });
    const nowhere = "0192aaaa-0000-7000-8000-000000000000";
    await expect(boards.setTenantStorageLimit(owner, { tenantId: nowhere, limitBytes: 7 })).rejects.toMatchObject({ field: "tenantId" });
  });
});
