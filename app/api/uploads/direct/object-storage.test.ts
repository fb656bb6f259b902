import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { openS3Simulator } from "@/lib/testing/simulators/s3/server";

let simulator: Awaited<ReturnType<typeof openS3Simulator>>;
let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/generations/artifacts/delete-orphan-files")),
  ...(await import("@/lib/generations/artifacts/direct-upload")),
  ...(await import("@/lib/generations/artifacts/sent-file")),
  ...(await import("@/lib/generations/cancel-generation")),
  ...(await import("@/lib/generations/confirm-upload")),
  ...(await import("@/lib/generations/delete-generation")),
  ...(await import("@/lib/generations/provider-jobs/end-batch")),
  ...(await import("@/lib/generations/retry-generation")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/testing/confirm-and-check")),
  ...(await import("@/lib/testing/run-batch")),
});
let boards: Awaited<ReturnType<typeof load>>;
let viewer: Viewer;
let boardId: string;

beforeAll(async () => {
  simulator = await openS3Simulator();
  installation = await openInstallation({
    ...simulator.settings,
    BOARDS_ALLOWED_UPLOAD_EXTENSIONS: ".txt",
  });
  boards = await load();
  viewer = await installation.viewer("owner");
  boardId = (await boards.createBoard(viewer, { title: "Uploads" })).id;
});
afterAll(async () => {
  await installation.close();
  await simulator.close();
});
beforeEach(() => simulator.contents.objects.clear());

const announce = (sizeBytes: number, filename = "a.txt") => boards.announceUpload(viewer, { boardId, artifactType: "text", filename, sizeBytes });
const put = (url: string | undefined, body: Uint8Array<ArrayBuffer>) => fetch(url ?? "", { method: "PUT", body });
const methods = () => simulator.requests.map((each) => each.split(" ")[0]);
const keys = () => [...simulator.contents.objects.keys()].map((key) => key.replace(/^uploads.*/, "uploads").replace(/^.{36}\/text.*/, "artifact"));

it("puts on the board what was sent to the bucket without reading a byte of it, and a run checks it, copied there", async () => {
  const { ticket, place } = await announce(6);
  await put(place?.urls[0], Buffer.from("a note"));
  simulator.requests.length = 0;
  const { id, ...confirmed } = await boards.confirmUpload(viewer, ticket);
  expect(confirmed).toMatchObject({ status: "pending", generatorName: "user-upload-text", storageKey: null, fileSizeBytes: null });
  expect(methods()).toEqual(["HEAD"]);
  expect(await boards.confirmUpload(viewer, ticket)).toMatchObject({ id });
  expect(keys()).toEqual(["uploads"]);
  const generation = await boards.checkConfirmed(id);
  expect(generation).toMatchObject({ status: "completed", mimeType: "text/plain", fileSizeBytes: 6n });
  expect(keys()).toEqual(["artifact"]);
  // Copied within the bucket, and read once.
  expect(methods().filter((method) => method === "PUT")).toHaveLength(1);
  expect(simulator.requests.filter((each) => /^GET .*original$/.test(each))).toHaveLength(1);
  // What arrives later under its old address is nobody's.
  await put(place?.urls[0], Buffer.from("anothr"));
  expect(await boards.confirmUpload(viewer, ticket)).toMatchObject({ id, status: "completed" });
  expect(simulator.contents.objects.get(generation.storageKey ?? "")?.body.toString()).toBe("a note");
});

it("tells in its journal of an upload that begins, and of its end", async () => {
  const { ticket, place } = await announce(6);
  await put(place?.urls[0], Buffer.from("a note"));
  const { id } = await boards.confirmAndCheck(viewer, ticket);
  const told = await boards.db().generationEvent.findMany({ where: { generationId: id }, orderBy: { number: "asc" } });
  expect(told.map(({ type }) => type)).toEqual(["created", "progress", "completed"]);
  expect(await boards.db().queueSlot.count({ where: { batchId: id } })).toBe(0);
});

it("keeps no file of what is not what it must be, and says why", async () => {
  const { ticket, place } = await announce(20);
  await put(place?.urls[0], Buffer.from("<html><b>x</b></htm>"));
  const refused = await boards.confirmAndCheck(viewer, ticket);
  expect(refused).toMatchObject({
    status: "failed",
    errorCode: "artifact.type_refused",
    errorMessage: expect.stringContaining("text"),
    storageKey: null,
  });
  expect(keys()).toEqual([]);
  expect(await boards.confirmUpload(viewer, ticket)).toMatchObject({ id: refused.id, status: "failed" });
  await expect(boards.retryGeneration(viewer, refused.id)).rejects.toMatchObject({ reason: "generation.not_retryable" });
});

it("confirms nothing that was not sent, and gives no address for a name that is not allowed", async () => {
  const { ticket } = await announce(20);
  await expect(boards.confirmUpload(viewer, ticket)).rejects.toMatchObject({ reason: "upload.ticket_invalid" });
  await expect(announce(20, "a.exe")).rejects.toMatchObject({ reason: "artifact.type_refused", field: "filename" });
});

it("fails an upload whose file is gone when it is to be checked", async () => {
  const { ticket, place } = await announce(6);
  await put(place?.urls[0], Buffer.from("a note"));
  const { id } = await boards.confirmUpload(viewer, ticket);
  simulator.contents.objects.clear();
  expect(await boards.checkConfirmed(id)).toMatchObject({ status: "failed", errorCode: "upload.incomplete", storageKey: null });
  expect(keys()).toEqual([]);
});

const confirmed = async () => {
  const { ticket, place } = await announce(6);
  await put(place?.urls[0], Buffer.from("a note"));
  return (await boards.confirmUpload(viewer, ticket)).id;
};

it("checks an upload once, however often a run begins", async () => {
  const id = await confirmed();
  await Promise.allSettled([boards.runBatch(id), boards.runBatch(id), boards.runBatch(id)]);
  expect(await boards.db().generation.findUnique({ where: { id } })).toMatchObject({ status: "completed" });
  await boards.runBatch(id);
  expect(keys()).toEqual(["artifact"]);
});

it("goes on where a run was killed: after the copy, and after the end", async () => {
  const id = await confirmed();
  simulator.interfere = ({ method, path }) => (method === "GET" && path.endsWith("/original") ? { status: 503 } : undefined);
  await expect(boards.runBatch(id)).rejects.toMatchObject({ reason: "storage.unavailable" });
  simulator.interfere = undefined;
  expect(keys()).toEqual(["uploads"]);
  // Killed before what was sent could be deleted.
  const sent = await boards.findSentFile(id);
  await boards.runBatch(id);
  await boards.currentStorage().write(sent?.storageKey ?? "", Buffer.from("a note"));
  await boards.db().$transaction((tx) => boards.rememberSentFile(tx, id, { storageKey: sent?.storageKey ?? "" }));
  await boards.runBatch(id);
  expect(keys()).toEqual(["artifact"]);
});

it.each<[what: string, end: (id: string) => Promise<unknown>]>([
  ["canceled", (id) => boards.cancelGeneration(viewer, id)],
  ["deleted", (id) => boards.deleteGeneration(viewer, id)],
])("leaves no file of an upload that is %s before or while it is checked", async (_what, end) => {
  const waiting = await confirmed();
  await end(waiting);
  await boards.endBatch(waiting);
  expect(keys()).toEqual([]);

  const busy = await confirmed();
  const storage = boards.currentStorage();
  const copyToFile = storage.copyToFile.bind(storage);
  vi.spyOn(storage, "copyToFile").mockImplementationOnce(async (key, path) => {
    await end(busy);
    await copyToFile(key, path);
  });
  await boards.runBatch(busy);
  expect(keys()).toEqual([]);
  expect((await boards.db().generation.findUnique({ where: { id: busy } }))?.status).not.toBe("completed");
});

it("keeps what was sent for as long as it waits to be checked, and what nobody confirmed for a day", async () => {
  const id = await confirmed();
  const { place } = await announce(6);
  await put(place?.urls[0], Buffer.from("a note"));
  const later = new Date(Date.now() + 2 * 24 * 3600 * 1000);
  expect(await boards.deleteOrphanFiles(null, later)).toMatchObject({ deletedFolders: 1 });
  expect(await boards.checkConfirmed(id)).toMatchObject({ status: "completed" });
});

it("puts the parts of a large file together", async () => {
  const large = Buffer.alloc(16_777_216 + 10, "a line of text\n");
  const { ticket, place } = await announce(large.length);
  expect(place?.urls).toHaveLength(2);
  for (const [part, url] of (place?.urls ?? []).entries())
    await put(url, large.subarray(part * (place?.partBytes ?? 0), (part + 1) * (place?.partBytes ?? 0)));
  simulator.requests.length = 0;
  const { id } = await boards.confirmUpload(viewer, ticket);
  // Its parts are listed, and put together by the storage.
  expect(simulator.requests.filter((each) => each.startsWith("GET") && each.includes("original"))).toHaveLength(1);
  expect(await boards.checkConfirmed(id)).toMatchObject({ status: "completed", fileSizeBytes: BigInt(large.length) });
  expect(simulator.contents.partials.size).toBe(0);
});
