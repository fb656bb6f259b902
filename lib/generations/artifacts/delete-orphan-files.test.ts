import { mkdir, mkdtemp, readdir, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { artifactKey } from "@/lib/platform/storage/artifact-key";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let boardId: string;

const load = async () => ({
  ...(await import("@/lib/generations/artifacts/delete-orphan-files")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/generations/provider-jobs/prepare-inputs")),
  ...(await import("@/lib/generations/run-generator")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/testing/run-batch")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  boardId = (await boards.createBoard(owner, { title: "Files" })).id;
});
afterAll(() => installation.close());

const twoDaysAgo = new Date(Date.now() - 2 * 24 * 3600 * 1000);
const age = (key: string) => utimes(join(installation.storageFolder, ...key.split("/")), twoDaysAgo, twoDaysAgo);
async function store(key: string, { isOld = true } = {}): Promise<string> {
  await boards.currentStorage().write(key, Buffer.from("x"));
  if (isOld) await age(key);
  return key;
}
const keyOf = (artifactId: string) => artifactKey({ tenantId: owner.tenantId, artifactType: "image", boardId, artifactId });
const asked = () => boards.createGeneration(owner, { boardId, generatorName: "sketch", artifactType: "image", inputParams: { prompt: "hills" } });
const allKeys = () => boards.currentStorage().list(null, 10_000);

it("deletes what no generation knows, and nothing else", async () => {
  const done = await asked();
  await boards.runBatch(done.batchId);
  const { storageKey } = await boards.db().generation.findUniqueOrThrow({ where: { id: done.id } });
  const running = await asked();
  await boards.prepareInputs(running.batchId);
  const [waiting] = await boards.runGenerator(running.batchId);
  const kept = [
    ...(await allKeys()),
    await store(keyOf(uuidv7()), { isOld: false }),
    // Someone else's, in a folder that is shared with others.
    await store("letters/to-my-mother.txt"),
    await store(`${owner.tenantId}/notes/original`),
  ];
  for (const key of [storageKey ?? "", waiting?.storageKey ?? ""]) await age(key);
  const failedStore = await store(keyOf(uuidv7()));
  await store(failedStore.replace(/original$/, "thumb-320.webp"));
  await store(`uploads/2026-11-01/${uuidv7()}/original`);
  await store(`health-${crypto.randomUUID()}/probe`);
  const deleted = await asked();
  await store(keyOf(deleted.id));
  await boards.db().generation.delete({ where: { id: deleted.id } });

  expect(await boards.deleteOrphanFiles(null)).toEqual({ next: null, deletedFolders: 4 });
  expect((await allKeys()).toSorted()).toEqual(kept.toSorted());

  // Once it has ended without its file, the file is nobody's any more.
  await boards.db().generation.update({ where: { id: running.id }, data: { status: "cancelled" } });
  expect((await boards.deleteOrphanFiles(null)).deletedFolders).toBe(1);
});

it("looks through a page at a time, and finds what lies behind", async () => {
  await Promise.all(Array.from({ length: 1200 }, () => store(keyOf(uuidv7()))));
  expect(await boards.deleteOrphanFiles(null)).toEqual({ next: null, deletedFolders: 1200 });
});

it("looks through a million files in pages, of which it keeps none, and asks the database only about what may be orphaned", async () => {
  const storage = boards.currentStorage();
  const total = 1_000_000;
  const orphan = await store(keyOf(uuidv7()));
  const asked: (string | null)[] = [];
  let [statements, most] = [0, 0];
  boards.db().$on("query", () => {
    statements += 1;
  });
  const list = vi.spyOn(storage, "list").mockImplementation(async (after, limit) => {
    asked.push(after);
    most = Math.max(most, limit);
    const start = after === null ? 0 : Number(after.slice(-7)) + 1;
    const keys = Array.from({ length: Math.min(limit, total - start) }, (_, index) => `someone-elses/${String(start + index).padStart(7, "0")}`);
    return start === 0 ? [orphan, ...keys.slice(1)] : keys;
  });
  let [after, deleted, looks]: [string | null, number, number] = [null, 0, 0];
  do {
    const looked = await boards.deleteOrphanFiles(after);
    [after, deleted, looks] = [looked.next, deleted + looked.deletedFolders, looks + 1];
  } while (after !== null);
  list.mockRestore();
  // A page that is full may be the last one, so that one more is asked for.
  expect({ most, pages: asked.length, different: new Set(asked).size, deleted }).toEqual({ most: 1000, pages: 1001, different: 1001, deleted: 1 });
  expect(looks).toBeLessThanOrEqual(21);
  expect(statements).toBeLessThan(10);
  expect(await storage.stat(orphan)).toBeNull();
});

it("deletes what broken runs left on this machine, once it is old", async () => {
  const [old, fresh] = await Promise.all(["boards-run-", "boards-store-"].map((name) => mkdtemp(join(tmpdir(), name))));
  await mkdir(join(old ?? "", "inside"));
  await utimes(old ?? "", twoDaysAgo, twoDaysAgo);
  await boards.deleteBrokenWrites();
  const left = (await readdir(dirname(fresh ?? ""))).map((name) => join(tmpdir(), name));
  expect([left.includes(old ?? ""), left.includes(fresh ?? "")]).toEqual([false, true]);
});
