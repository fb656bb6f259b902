import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { seedGeneration } from "@/lib/testing/seed/generation";
import type { SimulatedModel } from "@/lib/testing/simulators/models/simulated-model";
import { simulatedModels } from "@/lib/testing/simulators/models/simulated-models";
import { until } from "@/lib/testing/until";
import { openWorkflowHarness } from "./testing/workflow-harness";

/* Models that were added in the browser, through the whole workflow: as any other generator, in the version that was asked of, and for their tenant alone. */

type Harness = Awaited<ReturnType<typeof openWorkflowHarness>>;
const load = async () => ({
  ...(await import("@/lib/generators/added-models/add-model")),
  ...(await import("@/lib/generators/added-models/offer-model")),
  ...(await import("@/lib/generators/added-models/refresh-model")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/tenant-scope")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/generations/regenerate")),
  ...(await import("@/lib/generations/retry-generation")),
});
let harness: Harness;
let boards: Awaited<ReturnType<typeof load>>;
let owner: Viewer;
let member: Viewer;
let stranger: Viewer;
const boardIds = new Map<Viewer, string>();
let workflow: string;

beforeAll(async () => {
  harness = await openWorkflowHarness();
  boards = await load();
  owner = await harness.installation.viewer("owner");
  member = await harness.installation.viewer("member");
  stranger = await harness.installation.viewer("stranger", "another");
  for (const viewer of [owner, member, stranger]) boardIds.set(viewer, (await harness.board(viewer)).id);
  workflow = await readFile("lib/generators/catalogue/comfyui/example/text-to-image.comfy.json", "utf8");
});
afterAll(() => harness.close());
beforeEach(() => harness.simulator.faults.clear());

/** As a request of this person: in their tenant's scope. */
const as = <T>(viewer: Viewer, work: () => Promise<T>) => boards.withinTenant(viewer.tenantId, work);
const ask = (viewer: Viewer, generatorName: string, inputParams: Record<string, unknown>) =>
  as(viewer, () => boards.createGeneration(viewer, { boardId: boardIds.get(viewer) ?? "", generatorName, artifactType: "image", inputParams }));
const made = async (viewer: Viewer, name: string, inputs: Record<string, unknown>) => harness.ended((await ask(viewer, name, inputs)).batchId);
const addWorkflow = (viewer: Viewer, fileName: string, more: object = {}) =>
  as(viewer, () => boards.addComfyWorkflow(viewer, { fileName, workflow, ...more }));
const offered = async (viewer: Viewer, fileName: string, more: object = {}) => {
  const { id } = await addWorkflow(viewer, fileName, more);
  return as(viewer, () => boards.offerModel(viewer, id));
};
const lastRequest = () => [...harness.simulator.book.jobs.values()].at(-1)?.request ?? {};

describe("a model that was added by its id", () => {
  const add = (input: object) => as(owner, () => boards.addModel(owner, input));

  it.each([
    ["fal", "https://fal.ai/models/fal-ai/flux/dev", { prompt: "a fox added", num_images: 2 }, "image/png", "fal-ai/flux/dev"],
    ["replicate", "https://replicate.com/samples/fast-image", { prompt: "a fox added" }, "image/png", "samples/fast-image"],
    ["fal", "fal-ai/samples/speech", { text: "hello" }, "audio/wav", "fal-ai/samples/speech"],
  ])("at %s makes something, stored and paid for once: %s", async (provider, model, inputs, mimeType, modelId) => {
    const { id, name, artifactType } = {
      artifactType: mimeType.split("/")[0] as string,
      ...(await add({ provider, model, priceUsd: 0.5, title: "Added" })),
    };
    const request = { boardId: boardIds.get(owner) ?? "", generatorName: name, artifactType, inputParams: inputs };
    const tried = await as(owner, () => boards.createGeneration(owner, request));
    const rows = await harness.ended(tried.batchId);
    expect(rows.map(({ status, mimeType, generatorVersion, errorRaw }) => ({ status, mimeType, generatorVersion, errorRaw }))).toEqual(
      rows.map(() => ({ status: "completed", mimeType, generatorVersion: 1, errorRaw: null })),
    );
    expect(rows).toHaveLength("num_images" in inputs ? 2 : 1);
    expect(rows.reduce((sum, row) => sum + Number(row.estimatedCostUsd), 0)).toBeCloseTo(0.5, 6);
    const ledger = () => boards.db().creditTransaction.findMany({ where: { metadata: { path: ["batchId"], equals: tried.batchId } } });
    await until(async () => (await ledger()).length === 2 * rows.length);
    const [job] = await boards.db().providerJob.findMany({ where: { batchId: tried.batchId } });
    const spent = (await ledger()).reduce((sum, { amount }) => sum - Number(amount), 0);
    expect(spent).toBeCloseTo(Number(job?.billedUsd ?? 0.5), 5);
    expect(await boards.db().addedModel.findUnique({ where: { id } })).toMatchObject({
      modelId,
      state: "draft",
      page: expect.stringContaining(modelId),
    });
  });

  it("has the price that its provider tells, and needs one where it tells none", async () => {
    const told = await add({ provider: "fal", model: "fal-ai/samples/edit" });
    expect(Number(told.priceUsd)).toBeGreaterThan(0);
    await expect(add({ provider: "replicate", model: "samples/film" })).rejects.toMatchObject({ reason: "input.invalid", field: "priceUsd" });
  });

  it.each([
    ["that the provider does not know", { model: "fal-ai/no/such" }, "model.unknown", /doesn't exist or is private/],
    ["of which a required field cannot be filled in", { model: "fal-ai/samples/workflow" }, "model.unusable", /workflow: /],
    ["that was added already", { model: "fal-ai/samples/edit", priceUsd: 1 }, "input.invalid", /has already been added as /],
    ["of a provider that describes none", { provider: "kie", model: "veo3" }, "input.invalid", /from fal and replicate/],
  ])("is refused, and nothing is kept, for one %s", async (_what, input, reason, message) => {
    const before = await boards.db().addedModel.count();
    await expect(add({ provider: "fal", ...input })).rejects.toMatchObject({ reason, message: expect.stringMatching(message) });
    expect(await boards.db().addedModel.count()).toBe(before);
  });

  it("that failed is tried again with the version that it was asked of", async () => {
    const { id, name } = await add({ provider: "fal", model: "fal-ai/samples/lora", priceUsd: 0.1 });
    await as(owner, () => boards.offerModel(owner, id));
    const [failed] = await made(member, name, { prompt: "a fox sim:refuse*1" });
    expect(failed).toMatchObject({ status: "failed", generatorVersion: 1 });
    const known = simulatedModels.find(({ modelId }) => modelId === "fal-ai/samples/lora") as SimulatedModel;
    const changed = structuredClone({ ...known, countOf: undefined, answer: undefined });
    const { Input } = (changed.schema.components as { schemas: Record<string, { properties: Record<string, object> }> }).schemas;
    if (Input) Input.properties.strength = { type: "number", minimum: 0, maximum: 1, default: 0.5, title: "Strength", description: "How much." };
    harness.simulator.models.push({ ...known, schema: changed.schema });
    const look = await as(owner, () => boards.refreshModel(owner, { id }));
    expect(look).toMatchObject({ isKept: false, isUsable: true });
    expect(look.changes).toMatchObject([{ kind: "added", field: "strength" }]);
    expect(await as(owner, () => boards.refreshModel(owner, { id, confirmed: look.fingerprint }))).toMatchObject({
      isKept: true,
      model: { version: 2 },
    });
    const fresh = await ask(member, name, { prompt: "a fox", strength: 0.25 });
    expect(fresh.generatorVersion).toBe(2);
    const again = await as(member, () => boards.retryGeneration(member, failed?.id ?? ""));
    expect(again).toMatchObject({ generatorVersion: 1, regeneratedFromId: failed?.id });
    await harness.ended(again.batchId);
    expect(lastRequest()).not.toHaveProperty("strength");
  });
});

describe("a ComfyUI workflow that was uploaded", () => {
  it("makes images as it says, at its price, and its job knows its version", async () => {
    const { name } = await offered(owner, "Fox at home.json", { priceUsd: 0.25, pricePer: "image" });
    expect(name).toMatch(/^comfyui-fox-at-home-[0-9a-f]{8}$/);
    const rows = await made(member, name, { prompt: "a fox", num_images: 2 });
    expect(rows.map(({ status, generatorVersion, errorRaw }) => ({ status, generatorVersion, errorRaw }))).toEqual(
      rows.map(() => ({ status: "completed", generatorVersion: 1, errorRaw: null })),
    );
    expect(rows.map(({ estimatedCostUsd }) => Number(estimatedCostUsd))).toEqual([0.25, 0.25]);
    const [job] = await boards.db().providerJob.findMany({ where: { batchId: rows[0]?.batchId } });
    expect(job).toMatchObject({ generatorName: name, generatorVersion: 1, providerName: "comfyui", state: "succeeded" });
    // It is the same model as no other: nothing else is asked in its place.
    const { planElsewhere } = await import("@/lib/generations/provider-jobs/job-plan");
    expect(rows[0] && (await planElsewhere(rows[0], [name]))).toBeNull();
  });

  it("is a draft for whoever added it, and for nobody else", async () => {
    const { name, id } = await addWorkflow(owner, "draft");
    const unknown = { reason: "generation.unknown_generator", field: "generatorName" };
    await expect(ask(member, name, { prompt: "a fox" })).rejects.toMatchObject(unknown);
    const [row] = await made(owner, name, { prompt: "a fox tried" });
    expect(row?.status).toBe("completed");
    await as(owner, () => boards.offerModel(owner, id));
    expect((await made(member, name, { prompt: "a fox for all" }))[0]?.status).toBe("completed");
  });

  it("is unknown in another tenant, by whatever name it comes", async () => {
    const { name } = await offered(owner, "ours alone");
    await expect(ask(stranger, name, { prompt: "a fox" })).rejects.toMatchObject({ reason: "generation.unknown_generator" });
    // Not for want of a tenant scope: the workflow has none, and asks for the tenant all the same.
    const { findGeneratorFor, generatorsFor } = await import("@/lib/generators/added-models/find-generators");
    expect(await findGeneratorFor(stranger.tenantId, name)).toBeUndefined();
    expect(await findGeneratorFor(owner.tenantId, name)).toMatchObject({ name });
    expect((await generatorsFor(stranger.tenantId)).map((each) => each.name)).not.toContain(name);
    const boardId = boardIds.get(stranger) ?? "";
    const columns = { generatorName: name, generatorVersion: 1, inputParams: { prompt: "x" }, status: "failed" };
    const planted = await seedGeneration({ ...stranger, boardId }, columns);
    for (const again of [boards.retryGeneration, boards.regenerate])
      await expect(as(stranger, () => again(stranger, planted.id))).rejects.toMatchObject({ reason: "generation.unknown_generator" });
  });

  it("is for every tenant where the installation added it", async () => {
    const { name } = await offered(owner, "for all", { forInstallation: true });
    expect((await made(stranger, name, { prompt: "a fox elsewhere" }))[0]?.status).toBe("completed");
  });

  it("is refused with its reason once it is retired, while what is under way goes on", async () => {
    const { name, id } = await offered(owner, "short-lived");
    const { batchId } = await ask(member, name, { prompt: "a fox in time" });
    await as(owner, () => boards.retireModel(owner, id, "Use the one of the installation"));
    expect((await harness.ended(batchId))[0]?.status).toBe("completed");
    await expect(ask(member, name, { prompt: "too late" })).rejects.toMatchObject({
      reason: "generator.retired",
      message: "Image at home is no longer available here: Use the one of the installation",
    });
    await as(owner, () => boards.offerModel(owner, id));
    expect((await made(member, name, { prompt: "back again" }))[0]?.status).toBe("completed");
  });

  it("makes something again with the version that made it, and anew with the newest", async () => {
    const { name, id } = await offered(owner, "changing");
    const first = await made(member, name, { prompt: "a fox of old", steps: 55 });
    const changed = workflow.replace('"maximum": 60', '"maximum": 40').replace('"scheduler": "normal"', '"scheduler": "karras"');
    const refreshed = await as(owner, () => boards.refreshModel(owner, { id, workflow: changed }));
    expect(refreshed).toMatchObject({ isKept: false, isUsable: true, model: { version: 1 } });
    expect(refreshed.changes.map(({ field, change }) => `${field}: ${change}`)).toEqual([
      "steps: Whole number from 1 to 40; default 20 (was: Whole number from 1 to 60; default 20)",
    ]);
    // What was not looked at is not kept.
    const other = await as(owner, () => boards.refreshModel(owner, { id, workflow, confirmed: refreshed.fingerprint }));
    expect(other).toMatchObject({ isKept: false, changes: [], model: { version: 1 } });
    const kept = await as(owner, () => boards.refreshModel(owner, { id, workflow: changed, confirmed: refreshed.fingerprint }));
    expect(kept).toMatchObject({ isKept: true, model: { version: 2 } });

    await expect(ask(member, name, { prompt: "a fox", steps: 55 })).rejects.toMatchObject({ field: "inputParams.steps" });
    const [fresh] = await made(member, name, { prompt: "a fox of now" });
    expect(fresh).toMatchObject({ status: "completed", generatorVersion: 2 });
    expect(JSON.stringify(lastRequest())).toContain("karras");
    const again = await as(member, () => boards.regenerate(member, first[0]?.id ?? ""));
    const [redone] = await harness.ended(again.batchId);
    expect(redone).toMatchObject({ status: "completed", generatorVersion: 1, inputParams: { steps: 55 } });
    expect(JSON.stringify(lastRequest())).toContain('"scheduler":"normal"');
  });

  it("says what is wrong with a file and where, and keeps nothing of it", async () => {
    const before = await boards.db().addedModel.count();
    const refusal = async (text: string) =>
      as(owner, () => boards.addComfyWorkflow(owner, { fileName: "bad.json", workflow: text })).catch(({ reason, field, message }) => ({
        reason,
        field,
        message,
      }));
    const wrong = { reason: "input.invalid", field: "workflow" };
    expect(await refusal("{")).toMatchObject({ ...wrong, message: expect.stringMatching(/^The file isn't valid JSON: /) });
    expect(await refusal('{ "nodes": [], "links": [] }')).toMatchObject({ ...wrong, message: expect.stringContaining("Export Workflow (API)") });
    expect(await refusal(workflow.replace('"6.text"', '"66.text"'))).toMatchObject({
      ...wrong,
      message: "inputs.prompt: The workflow has no node 66.",
    });
    expect(await refusal(workflow.replace('"width": {', '"Width": {'))).toMatchObject({ ...wrong, message: "input Width must be in snake_case" });
    expect(await refusal(`${" ".repeat(262_144)}{}`)).toMatchObject({ ...wrong, message: expect.stringContaining("262,144 characters") });
    expect(await boards.db().addedModel.count()).toBe(before);
  });

  it("is deleted only while nothing was made with it", async () => {
    const unused = await addWorkflow(owner, "unused");
    expect(await as(owner, () => boards.deleteModel(owner, unused.id))).toBe(true);
    expect(await boards.db().addedModelVersion.count({ where: { addedModelId: unused.id } })).toBe(0);
    const used = await offered(owner, "used");
    await until(async () => (await made(member, used.name, { prompt: "a fox" }))[0]?.status === "completed");
    await expect(as(owner, () => boards.deleteModel(owner, used.id))).rejects.toMatchObject({ reason: "added_model.in_use" });
  });
});
