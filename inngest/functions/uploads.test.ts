import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openS3Simulator } from "@/lib/testing/simulators/s3/server";
import { until } from "@/lib/testing/until";
import { openWorkflowHarness } from "./testing/workflow-harness";

/* Uploads that go straight to a bucket, and are checked there by runs. */

let bucket: Awaited<ReturnType<typeof openS3Simulator>>;
let harness: Awaited<ReturnType<typeof openWorkflowHarness>>;
const load = async () => ({
  ...(await import("@/lib/generations/artifacts/direct-upload")),
  ...(await import("@/lib/generations/cancel-generation")),
  ...(await import("@/lib/generations/confirm-upload")),
  ...(await import("@/lib/generations/end-stuck-generations")),
  ...(await import("@/lib/generations/provider-jobs/resume-lost-batches")),
  ...(await import("@/lib/generations/send-unsent-events")),
  ...(await import("@/lib/platform/db/client")),
});
let boards: Awaited<ReturnType<typeof load>>;
let owner: Viewer;
let boardId: string;

beforeAll(async () => {
  bucket = await openS3Simulator();
  harness = await openWorkflowHarness({ settings: { ...bucket.settings, BOARDS_CONCURRENCY_PER_USER: "2" } });
  boards = await load();
  owner = await harness.installation.viewer("owner");
  boardId = (await harness.board(owner)).id;
});
afterAll(async () => {
  await harness.close();
  await bucket.close();
});
beforeEach(() => bucket.contents.objects.clear());
afterEach(() => {
  bucket.interfere = undefined;
});

const note = "a note";

/** Sends a file and confirms it; answers the id of its generation. */
async function upload(content = note): Promise<string> {
  const body = Buffer.from(content);
  const { ticket, place } = await boards.announceUpload(owner, { boardId, artifactType: "text", filename: "a.txt", sizeBytes: body.length });
  await fetch(place?.urls[0] ?? "", { method: "PUT", body });
  return (await boards.confirmUpload(owner, ticket)).id;
}
const ended = async (id: string) => (await harness.ended(id))[0];
/** The folders of what lies in the bucket, once runs have cleaned up. */
const untilInBucket = (folders: string[]) =>
  until(() => JSON.stringify([...bucket.contents.objects.keys()].map((key) => key.split("/")[0]).toSorted()) === JSON.stringify(folders));
/** Has the bucket refuse every read of a file, until `interfere` is put back. */
const refuseReads = (status: number) => {
  bucket.interfere = ({ method, path }) => (method === "GET" && path.endsWith("/original") ? { status } : undefined);
};
const row = (id: string) => boards.db().generation.findUniqueOrThrow({ where: { id } });

it("are completed once they were checked, and what was sent is gone", async () => {
  const id = await upload();
  expect(await ended(id)).toMatchObject({ status: "completed", mimeType: "text/plain", fileSizeBytes: BigInt(note.length) });
  await untilInBucket([owner.tenantId]);
});

it("fail with the reason when they are not what they should be, and leave no file", async () => {
  const id = await upload("<html><b>x</b></html>");
  expect(await ended(id)).toMatchObject({ status: "failed", errorCode: "artifact.type_refused", errorMessage: expect.stringContaining("text") });
  await untilInBucket([]);
});

it("wait while the bucket is away, and say so", async () => {
  refuseReads(503);
  const id = await upload();
  await until(async () => (await row(id)).progressMessage?.startsWith("Storage is unavailable"));
  expect((await row(id)).status).toBe("processing");
  bucket.interfere = undefined;
  expect(await ended(id)).toMatchObject({ status: "completed", progressMessage: null });
});

it("are read again where less of them came than there is", async () => {
  let isCut = true;
  bucket.interfere = ({ method, path }) => {
    if (!isCut || method !== "GET" || !path.endsWith("/original")) return undefined;
    isCut = false;
    return { status: 200, body: note.slice(0, 3) };
  };
  const id = await upload();
  expect(await ended(id)).toMatchObject({ status: "completed", fileSizeBytes: BigInt(note.length) });
  expect(isCut).toBe(false);
});

it("do not wait for generations of the same person, nor these for them", async () => {
  const slow = await Promise.all(["one", "two"].map((name) => harness.ask(owner, boardId, "fal-flux-2", { prompt: `${name} sim:slow` })));
  await until(async () => (await boards.db().queueSlot.count({ where: { keyId: { not: "uploads" }, admittedAt: { not: null } } })) === 2);
  const waiting = await harness.ask(owner, boardId, "fal-flux-2", { prompt: "waits" });
  const id = await upload();
  expect(await ended(id)).toMatchObject({ status: "completed" });
  expect((await row(waiting.id)).status).toBe("pending");
  for (const each of slow) await boards.cancelGeneration(owner, each.id);
  expect(await ended(waiting.id)).toMatchObject({ status: "completed" });
});

it("leave nothing when they are canceled while they are checked", async () => {
  refuseReads(503);
  const id = await upload();
  await until(async () => (await row(id)).progressMessage);
  await boards.cancelGeneration(owner, id);
  await until(() => ![...bucket.contents.objects.keys()].some((key) => key.startsWith("uploads/")));
  expect(await row(id)).toMatchObject({ status: "cancelled", storageKey: null });
});

/** What the triggers would set. */
async function lastHeardOf(id: string, data: object) {
  await boards.db().$executeRaw`ALTER TABLE boards.generations DISABLE TRIGGER trg_generations_updated_at`;
  await boards.db().generation.updateMany({ where: { id }, data });
  await boards.db().$executeRaw`ALTER TABLE boards.generations ENABLE TRIGGER trg_generations_updated_at`;
}

it("are ended, and leave nothing, when they show no sign of life for too long", async () => {
  refuseReads(503);
  const id = await upload();
  await until(async () => (await row(id)).progressMessage);
  await lastHeardOf(id, { updatedAt: new Date(Date.now() - 2 * 3600 * 1000) });
  await boards.endStuckGenerations();
  expect(await row(id)).toMatchObject({ status: "failed", errorCode: "generation.timed_out" });
  await until(() => ![...bucket.contents.objects.keys()].some((key) => key.startsWith("uploads/")));
});

it("are checked by another run when the engine lost theirs", async () => {
  const { inngest } = await import("@/inngest/client");
  const send = vi.spyOn(inngest, "send").mockResolvedValue({ ids: [] });
  const [unheard, halfway] = [await upload(), await upload("another note")];
  const sent = { id: { in: [unheard, halfway] }, sentAt: { not: null } };
  await until(async () => (await boards.db().outboxEvent.count({ where: sent })) === 2);
  send.mockRestore();
  const minutesAgo = new Date(Date.now() - 180_000);
  await boards.db().outboxEvent.updateMany({ where: sent, data: { sentAt: minutesAgo } });
  await boards.db().queueSlot.updateMany({ data: { admittedAt: minutesAgo } });
  await lastHeardOf(halfway, { status: "processing", startedAt: minutesAgo, updatedAt: minutesAgo });
  expect(await boards.resendUnheardEvents()).toBe(1);
  expect(await ended(unheard)).toMatchObject({ status: "completed" });
  expect(await boards.resumeLostBatches(600)).toBe(1);
  expect(await ended(halfway)).toMatchObject({ status: "completed" });
});
