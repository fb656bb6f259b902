import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let stranger: Viewer;
let boardId: string;

const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/curation/bulk-jobs/delete-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/generations/cancel-generation")),
  ...(await import("@/lib/generations/show-progress")),
  ...(await import("@/lib/generations/delete-generation")),
  ...(await import("@/lib/generations/regenerate")),
  ...(await import("@/lib/generations/store-output")),
  ...(await import("@/lib/generations/provider-jobs/prepare-inputs")),
  ...(await import("@/lib/generations/provider-jobs/is-any-generation-open")),
  ...(await import("@/lib/generations/run-generator")),
  ...(await import("@/lib/generations/provider-jobs/fail-batch")),
  ...(await import("@/lib/generations/send-unsent-events")),
  ...(await import("@/lib/generations/live/board-events")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/testing/run-batch")),
});
let boards: Awaited<ReturnType<typeof load>>;

const sketch = (inputParams: object = {}) => ({
  boardId,
  generatorName: "sketch",
  artifactType: "image",
  inputParams: { prompt: "hills at dawn", ...inputParams },
});
const row = (id: string) => boards.db().generation.findUniqueOrThrow({ where: { id } });

/** What the journal says of a generation last must be what the row says. */
async function expectJournalToAgree(id: string) {
  const events = (await boards.readJournal(boardId, 0, 10_000)).events.filter((event) => event.generationId === id);
  const { status, phase, progress, errorMessage } = await row(id);
  expect(events.at(-1)).toMatchObject({ status, phase, progress: Number(progress), errorMessage });
  return events.map((event) => event.type);
}

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  stranger = await installation.viewer("stranger");
  boardId = (await boards.createBoard(owner, { title: "Test board" })).id;
});
afterAll(() => installation.close());

describe("createGeneration", () => {
  it.each([0, -3, 1.5, 101, 1e9])("refuses a request that would make %s results, before anything is written", async (many) => {
    const { addGenerator } = await import("@/lib/generators/catalogue/registry");
    const { z } = await import("zod");
    const generatorName = `without-bound-${String(many).replace(/\W/g, "-")}`;
    const input = z.object({ many: z.number().default(1).meta({ title: "How many", description: "Results.", isCount: true }) });
    const about = {
      provider: "local" as const,
      name: generatorName,
      title: generatorName,
      description: "Names no bound.",
      artifactType: "image" as const,
    };
    addGenerator({ ...about, input, costUsd: () => 0, run: async () => undefined });
    const before = await boards.db().generation.count();
    const request = { boardId, generatorName, artifactType: "image", inputParams: { many } };
    await expect(boards.createGeneration(owner, request)).rejects.toMatchObject({
      reason: "input.invalid",
      message: "A request can generate 1 to 100 results.",
    });
    expect(await boards.db().generation.count()).toBe(before);
  });

  it("answers a pending row at once and sends one event", async () => {
    const before = installation.events.received.length;
    const generation = await boards.createGeneration(owner, sketch());
    expect(generation).toMatchObject({ status: "pending", phase: "queued", batchSize: 1, userId: owner.userId });
    expect(installation.events.received.slice(before)).toMatchObject([{ name: "generation/requested", data: { batchId: generation.id } }]);
  });

  it("refuses bad input before a row exists, and names the field", async () => {
    const before = await boards.db().generation.count();
    await expect(boards.createGeneration(owner, sketch({ count: 99 }))).rejects.toMatchObject({
      reason: "input.invalid",
      field: "inputParams.count",
    });
    await expect(boards.createGeneration(owner, sketch({ color: "red" }))).rejects.toMatchObject({
      reason: "input.invalid",
      field: "inputParams.color",
    });
    await expect(boards.createGeneration(owner, { ...sketch(), generatorName: "nope" })).rejects.toMatchObject({
      reason: "generation.unknown_generator",
    });
    await expect(boards.createGeneration(owner, { ...sketch(), artifactType: "video" })).rejects.toMatchObject({ field: "artifactType" });
    expect(await boards.db().generation.count()).toBe(before);
  });

  it("lets nobody generate on a board that they may not see", async () => {
    await expect(boards.createGeneration(stranger, sketch())).rejects.toMatchObject({ reason: "board.not_found" });
  });

  it("makes one generation of one idempotency key, also when asked at the same moment", async () => {
    const request = { ...sketch(), idempotencyKey: "once" };
    const answers = await Promise.all(Array.from({ length: 5 }, () => boards.createGeneration(owner, request)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    const otherBoard = await boards.createBoard(owner, { title: "Other" });
    await expect(boards.createGeneration(owner, { ...request, boardId: otherBoard.id })).rejects.toMatchObject({
      reason: "generation.idempotency_conflict",
    });
  });

  it("refuses an input artifact that is missing, unfinished, of another type or not the viewer's to see", async () => {
    const pending = await boards.createGeneration(owner, sketch());
    const upscale = (image: string) => ({ boardId, generatorName: "upscale", artifactType: "image", inputParams: { image } });
    const refusal = { reason: "generation.input_unusable", field: "inputParams.image" };
    await expect(boards.createGeneration(owner, upscale(pending.id))).rejects.toMatchObject(refusal);
    await expect(boards.createGeneration(owner, upscale("0192aaaa-0000-7000-8000-000000000000"))).rejects.toMatchObject(refusal);
    await boards.runBatch(pending.id);
    await expect(boards.createGeneration(owner, upscale(pending.id))).resolves.toMatchObject({ status: "pending" });
    const strangersBoard = await boards.createBoard(stranger, { title: "Mine" });
    await expect(boards.createGeneration(stranger, { ...upscale(pending.id), boardId: strangersBoard.id })).rejects.toMatchObject(refusal);
  });

  it("keeps the request when the engine is down, and sends it as soon as it is back", async () => {
    installation.events.isDown = true;
    const generation = await boards.createGeneration(owner, sketch());
    expect(generation.status).toBe("pending");
    installation.events.isDown = false;
    await expect.poll(() => installation.events.received.some((event) => event.data.batchId === generation.id), { timeout: 10_000 }).toBe(true);
  });

  it("sends with the minute's round what a process that died had not sent", async () => {
    const batchId = "0192aaaa-0000-7000-8000-00000000dead";
    await boards.db().outboxEvent.create({ data: { name: "generation/requested", data: { batchId }, createdAt: new Date(Date.now() - 60_000) } });
    expect(await boards.sendUnsentEvents()).toBeGreaterThan(0);
    expect(installation.events.received.some((event) => event.data.batchId === batchId)).toBe(true);
  });

  it("sends again with the minute's round what was let begin minutes ago and has not, as when the engine lost it", async () => {
    const lost = await boards.createGeneration(owner, sketch());
    const begun = await boards.createGeneration(owner, sketch());
    await boards.prepareInputs(begun.id);
    const timesSent = (id: string) => installation.events.received.filter(({ data }) => data.batchId === id).length;
    expect(await boards.isAnyGenerationOpen()).toBe(true);
    await expect.poll(() => boards.db().outboxEvent.count({ where: { id: { in: [lost.id, begun.id] }, sentAt: { not: null } } })).toBe(2);
    await boards.resendUnheardEvents();
    expect([timesSent(lost.id), timesSent(begun.id)]).toEqual([1, 1]);
    const threeMinutesAgo = new Date(Date.now() - 180_000);
    await boards.db().queueSlot.updateMany({ data: { admittedAt: threeMinutesAgo } });
    await boards.db().outboxEvent.updateMany({ where: { sentAt: { not: null } }, data: { sentAt: threeMinutesAgo } });
    await boards.resendUnheardEvents();
    expect([timesSent(lost.id), timesSent(begun.id)]).toEqual([2, 1]);
  });
});

describe("a run", () => {
  it("ends in a file whose facts were read from it, and the journal agrees with the row", async () => {
    const { id } = await boards.createGeneration(owner, sketch());
    await boards.runBatch(id);
    const done = await row(id);
    expect(done).toMatchObject({ status: "completed", mimeType: "image/png", artifactType: "image" });
    expect(Number(done.progress)).toBe(100);
    expect(done.width).toBeGreaterThan(0);
    expect(done.thumbnailWidths.length).toBeGreaterThan(0);
    expect(done.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await expectJournalToAgree(id)).toEqual(expect.arrayContaining(["created", "progress", "completed"]));
  });

  it("makes a batch of as many generations as asked, each with its own image", async () => {
    const first = await boards.createGeneration(owner, sketch({ count: 3, seed: 7 }));
    await boards.runBatch(first.id);
    const batch = await boards.db().generation.findMany({ where: { batchId: first.id }, orderBy: { batchIndex: "asc" } });
    expect(batch.map((each) => [each.status, each.batchIndex, each.batchSize])).toEqual([0, 1, 2].map((index) => ["completed", index, 3]));
    expect(new Set(batch.map((each) => each.contentHash)).size).toBe(3);
  });

  it("stores an output once, however often the run is repeated", async () => {
    const { id } = await boards.createGeneration(owner, sketch());
    await boards.prepareInputs(id);
    const [once] = await boards.runGenerator(id);
    const [again] = await boards.runGenerator(id);
    expect(again).toEqual(once);
  });

  it("begins once, however often the run is repeated: its tile does not go back", async () => {
    const { id } = await boards.createGeneration(owner, sketch());
    await boards.prepareInputs(id);
    expect(await boards.showProgress(id, { phase: "processing", progress: 40 })).toEqual([await row(id)]);
    const before = await row(id);
    expect(await boards.prepareInputs(id)).toBe("here");
    expect(await row(id)).toEqual(before);
    await boards.cancelGeneration(owner, id);
    expect(await boards.prepareInputs(id)).toBe("unwanted");
  });

  it("records lineage by field and links what is regenerated", async () => {
    const source = await boards.createGeneration(owner, sketch());
    await boards.runBatch(source.id);
    const bigger = await boards.createGeneration(owner, {
      boardId,
      generatorName: "upscale",
      artifactType: "image",
      inputParams: { image: source.id },
    });
    await boards.runBatch(bigger.id);
    const edges = await boards.db().generationInput.findMany({ where: { generationId: bigger.id } });
    expect(edges).toMatchObject([{ role: "image", inputGenerationId: source.id, artifactType: "image" }]);
    expect((await boards.regenerate(owner, bigger.id)).regeneratedFromId).toBe(bigger.id);
  });
});

describe("an ended generation", () => {
  it("stays canceled, whatever the run does afterwards", async () => {
    const { id } = await boards.createGeneration(owner, sketch());
    await boards.prepareInputs(id);
    const [output] = await boards.runGenerator(id);
    await boards.cancelGeneration(owner, id);
    if (output) await boards.storeOutput(id, output);
    await boards.failBatch(id, new Error("late"));
    expect(await row(id)).toMatchObject({ status: "cancelled", storageKey: null, errorMessage: "Cancelled by user" });
    expect(output && (await boards.currentStorage().stat(output.storageKey))).toBeNull();
    await expectJournalToAgree(id);
    await expect(boards.cancelGeneration(owner, id)).rejects.toMatchObject({ reason: "generation.not_cancellable" });
  });

  it("cannot be revived even by a statement that forgot to look", async () => {
    const { id } = await boards.createGeneration(owner, sketch());
    await boards.cancelGeneration(owner, id);
    await expect(boards.db().generation.update({ where: { id }, data: { status: "processing" } })).rejects.toThrow(
      /generations_terminal_status|cannot become/,
    );
  });

  it("tells people only what is meant for them", async () => {
    const { id } = await boards.createGeneration(owner, sketch());
    await boards.failBatch(id, new Error("connect ECONNREFUSED 10.0.0.7:5432"));
    expect(await row(id)).toMatchObject({ status: "failed", errorCode: "internal.unexpected" });
    expect((await row(id)).errorMessage).not.toMatch(/10\.0\.0\.7/);
  });

  it("is deleted with its files; what was made from it stays", async () => {
    const source = await boards.createGeneration(owner, sketch());
    await boards.runBatch(source.id);
    const { storageKey } = await row(source.id);
    const copy = await boards.createGeneration(owner, {
      boardId,
      generatorName: "upscale",
      artifactType: "image",
      inputParams: { image: source.id },
    });
    await boards.deleteGeneration(owner, source.id);
    expect(await boards.currentStorage().stat(storageKey ?? "")).toBeNull();
    expect(await row(copy.id)).toMatchObject({ inputArtifacts: [{ generation_id: source.id, role: "image" }] });
    await expect(boards.runBatch(copy.id)).rejects.toMatchObject({ reason: "generation.input_unusable" });
  });

  it("is not a stranger's to cancel or delete", async () => {
    const { id } = await boards.createGeneration(owner, sketch());
    await expect(boards.cancelGeneration(stranger, id)).rejects.toMatchObject({ reason: "generation.not_found" });
    await boards.db().board.update({ where: { id: boardId }, data: { isPublic: true } });
    await expect(boards.cancelGeneration(stranger, id)).rejects.toMatchObject({ reason: "generation.forbidden" });
    await expect(boards.deleteGeneration(stranger, id)).rejects.toMatchObject({ reason: "generation.forbidden" });
    await boards.db().board.update({ where: { id: boardId }, data: { isPublic: false } });
  });
});

describe("deleteBoard", () => {
  it("takes everything with it", async () => {
    const board = await boards.createBoard(owner, { title: "Doomed" });
    const { id } = await boards.createGeneration(owner, { ...sketch(), boardId: board.id });
    await boards.runBatch(id);
    const { storageKey } = await row(id);
    await boards.deleteBoard(owner, board.id);
    expect(await boards.db().generation.count({ where: { boardId: board.id } })).toBe(0);
    expect(await boards.db().generationEvent.count({ where: { boardId: board.id } })).toBe(0);
    expect(await boards.currentStorage().stat(storageKey ?? "")).toBeNull();
  });
});
