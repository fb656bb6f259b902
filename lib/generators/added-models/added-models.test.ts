import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import type { Transaction } from "@/lib/platform/db/client";
import { spareWorkflow } from "@/lib/testing/access-fixture";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";
import { generationRow } from "@/lib/testing/seed/generation";

/* Who adds models, who sees them, and what holds for them, over GraphQL; what is made with them is in inngest/functions/added-models.test.ts. */

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/generators/added-models/find-generators")),
  ...(await import("@/lib/generators/added-models/keep-model")),
  ...(await import("@/lib/platform/db/lock")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/tenant-scope")),
  ...(await import("@/lib/generations/create-generation")),
});
let boards: Awaited<ReturnType<typeof load>>;
/** Owns the first tenant, and so administers the installation. */
let root: Viewer;
/** Owns another tenant, of which `member` is. */
let admin: Viewer;
let member: Viewer;
let colleague: Viewer;

beforeAll(async () => {
  installation = await openInstallation({ COMFYUI_URL: "http://127.0.0.1:1" });
  boards = await load();
  root = await installation.viewer("root");
  admin = await installation.viewer("admin", "studio");
  member = await installation.viewer("member", "studio");
  colleague = await installation.viewer("colleague", "studio");
});
afterAll(() => installation.close());
afterEach(async () => {
  await boards.db().addedModel.deleteMany();
  await boards.db().generatorSetting.deleteMany();
  await boards.db().tenant.updateMany({ data: { settings: {} } });
});

/** What an operation answers, or the reason of its refusal and the field at fault. */
async function ask<T>(viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await askGraphql(viewer, query, variables);
  if (errors.length > 0) return [errors[0]?.extensions?.reason, errors[0]?.extensions?.field].filter(Boolean).join(" ") as T;
  return Object.values(data ?? {})[0] as T;
}

interface Added {
  id: string;
  name: string;
}
const add = (viewer: Viewer, input: object = {}) =>
  ask<Added>(viewer, "mutation ($i: AddComfyWorkflowInput!) { addComfyWorkflow(input: $i) { id name } }", {
    i: { fileName: "spare.json", workflow: spareWorkflow, ...input },
  });
/** A draft as a provider's model would be, of whoever may not upload a workflow. */
async function draftOf(viewer: Viewer): Promise<Added> {
  const { id } = await add(admin);
  return boards.db().addedModel.update({ where: { id }, data: { addedById: viewer.userId } });
}
const offer = (viewer: Viewer, id: string) =>
  ask<{ state: string } | string>(viewer, "mutation ($id: UUID!) { offerModel(id: $id) { state } }", { id });
const names = (viewer: Viewer, list: string) => ask<{ name: string }[]>(viewer, `{ ${list} { name } }`).then((all) => all.map(({ name }) => name));
const listed = async (viewer: Viewer, more = "") =>
  (await ask<{ nodes: Added[] }>(viewer, `{ addedModels${more} { nodes { id name } } }`)).nodes.map(({ id }) => id);

describe("who may add models", () => {
  it("is admins, until an admin lets every member", async () => {
    expect(await ask(member, "{ mayAddModels }")).toBe(false);
    const describeModel = '{ describeModel(provider: "fal", model: "fal-ai/flux/dev") { title } }';
    expect(await ask(member, describeModel)).toBe("added_model.forbidden");
    expect(await ask(member, "mutation { setMembersMayAddModels(isAllowed: true) }")).toBe("auth.admin_required");
    expect(await ask(admin, "mutation { setMembersMayAddModels(isAllowed: true) }")).toBe(true);
    expect([await ask(member, "{ mayAddModels }"), await ask(member, "{ membersMayAddModels }")]).toEqual([true, true]);
    expect(await ask(member, describeModel)).toBe("provider.not_configured");
    expect([await ask(root, "{ membersMayAddModels }"), await ask(member, "{ membersMayAddModels }")]).toEqual([false, true]);
  });

  it("is admins alone for a workflow, and those of the installation alone for all tenants", async () => {
    await ask(admin, "mutation { setMembersMayAddModels(isAllowed: true) }");
    expect(await add(member)).toBe("auth.admin_required");
    expect(await add(admin, { forInstallation: true })).toBe("auth.admin_required");
    expect(await add(root, { forInstallation: true })).toHaveProperty("id");
  });

  it("are not let to price or offer what they have added, nor to touch what is offered", async () => {
    await ask(admin, "mutation { setMembersMayAddModels(isAllowed: true) }");
    const { id } = await draftOf(member);
    const price = "mutation ($id: UUID!) { setModelPrice(input: { id: $id, priceUsd: 2 }) { priceUsd } }";
    expect(await ask(member, price, { id })).toBe("added_model.forbidden id");
    const free = 'mutation { addModel(input: { provider: "fal", model: "fal-ai/flux/dev", priceUsd: 0 }) { id } }';
    expect(await ask(member, free)).toBe("added_model.forbidden priceUsd");
    expect(await ask(admin, price, { id })).toEqual({ priceUsd: 2 });
    expect(await ask(colleague, price, { id })).toBe("added_model.not_found id");
    expect(await offer(member, id)).toBe("added_model.forbidden id");
    expect(await offer(admin, id)).toEqual({ state: "OFFERED" });
    expect(await ask(member, price, { id })).toBe("added_model.forbidden id");
    expect(await ask(member, "mutation ($id: UUID!) { deleteModel(id: $id) }", { id })).toBe("added_model.forbidden id");
  });
});

describe("an added model", () => {
  it("is a draft among the generators of whoever added it, and after it was offered among everybody's of the tenant", async () => {
    const { id, name } = await add(admin);
    const draft = "{ generators { name isDraft addedModelId } }";
    expect(await ask(admin, draft)).toContainEqual({ name, isDraft: true, addedModelId: id });
    for (const list of ["generators", "allGenerators"]) expect(await names(admin, list)).toContain(name);
    expect(await names(member, "generators")).not.toContain(name);
    await offer(admin, id);
    expect(await ask(member, draft)).toContainEqual({ name, isDraft: false, addedModelId: id });
  });

  it("is never seen, run, priced, set or searched by another tenant", async () => {
    const { id, name } = await add(admin);
    await offer(admin, id);
    for (const list of ["generators", "allGenerators"]) expect(await names(root, list)).not.toContain(name);
    expect(await listed(root, "(first: 200)")).toEqual([]);
    expect(await ask(root, "query ($id: UUID!) { addedModel(id: $id) { name } }", { id })).toBeNull();
    const estimate = 'query ($n: String!) { estimateCost(generatorName: $n, inputParams: { prompt: "x" }) { costUsd } }';
    expect(await ask(root, estimate, { n: name })).toBe("generation.unknown_generator generatorName");
    const set = (forInstallation: boolean) =>
      ask(
        root,
        `mutation ($n: String!) { setGeneratorSetting(input: { generatorName: $n, priceUsd: 0, forInstallation: ${forInstallation} }) { id } }`,
        { n: name },
      );
    expect([await set(false), await set(true)]).toEqual(Array(2).fill("generation.unknown_generator generatorName"));
    // A query that forgets to ask for the tenant is shown nothing either.
    const seen = (viewer: Viewer) =>
      boards.withinTenant(viewer.tenantId, async () => [await boards.db().addedModel.count(), await boards.db().addedModelVersion.count()]);
    expect([await seen(admin), await seen(root)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    await boards.withinTenant(root.tenantId, async () => {
      expect((await boards.db().addedModel.updateMany({ data: { state: "retired" } })).count).toBe(0);
      expect((await boards.db().addedModel.deleteMany()).count).toBe(0);
      const version = { addedModelId: id, version: 2, source: {}, fingerprint: "" };
      await expect(boards.db().addedModelVersion.create({ data: version })).rejects.toThrow(/row-level security/);
    });
  });

  it("of the installation is every tenant's to use, and its admins' alone to change", async () => {
    const { id, name } = await add(root, { forInstallation: true });
    expect(await listed(admin)).toEqual([]);
    await offer(root, id);
    expect(await names(member, "generators")).toContain(name);
    expect(await listed(admin)).toEqual([id]);
    expect(await ask(admin, "query ($id: UUID!) { addedModel(id: $id) { mayEdit mayOffer forInstallation } }", { id })).toEqual({
      mayEdit: false,
      mayOffer: false,
      forInstallation: true,
    });
    expect(await ask(admin, "mutation ($id: UUID!) { retireModel(id: $id) { id } }", { id })).toBe("added_model.forbidden id");
  });

  it("costs what was entered, or what an admin sets for it as for any generator; its form is narrowed as any", async () => {
    const { id, name } = await add(admin, { priceUsd: 0.25 });
    await offer(admin, id);
    const estimate = 'query ($n: String!) { estimateCost(generatorName: $n, inputParams: { prompt: "x" }) { costUsd } }';
    expect(await ask(member, estimate, { n: name })).toEqual({ costUsd: 0.25 });
    await ask(admin, "mutation ($id: UUID!) { setModelPrice(input: { id: $id, priceUsd: 0.5 }) { id } }", { id });
    expect(await ask(member, estimate, { n: name })).toEqual({ costUsd: 0.5 });
    const setting = { generatorName: name, priceUsd: 1, limits: { steps: { maximum: 10 } }, allowedRoles: ["ADMIN", "OWNER"] };
    expect(await ask(admin, "mutation ($i: GeneratorSettingInput!) { setGeneratorSetting(input: $i) { priceUsd } }", { i: setting })).toEqual({
      priceUsd: 1,
    });
    expect(await ask(admin, estimate, { n: name })).toEqual({ costUsd: 1 });
    expect(await ask(member, estimate, { n: name })).toBe("generator.not_allowed generatorName");
    const [form] = (
      await ask<{ name: string; inputSchema: { properties: { steps: object } } }[]>(admin, "{ generators { name inputSchema } }")
    ).filter((each) => each.name === name);
    expect(form?.inputSchema.properties.steps).toMatchObject({ maximum: 10, default: 10 });
  });

  it("is refused with the field at fault, and then nothing is kept", async () => {
    const refused = [
      [{ fileName: " .json" }, "input.invalid fileName"],
      [{ priceUsd: -1 }, "input.invalid priceUsd"],
      [{ pricePer: "SECOND" }, "input.invalid pricePer"],
      [{ title: "x".repeat(201) }, "input.invalid title"],
      [{ workflow: "{}" }, "input.invalid workflow"],
    ] as const;
    for (const [input, refusal] of refused) expect(await add(admin, input)).toBe(refusal);
    expect(await boards.db().addedModel.count()).toBe(0);
  });

  it("is one of a hundred at most, and retired ones do not count", async () => {
    const row = { tenantId: admin.tenantId, providerName: "comfyui", modelId: "x", title: "x", description: "", priceUsd: 0, pricePer: "request" };
    const many = (state: string) => Array.from({ length: boards.maximumAddedModels }, (_, index) => ({ ...row, name: `${state}-${index}`, state }));
    await boards.db().addedModel.createMany({ data: many("retired") });
    expect(await add(admin)).toHaveProperty("id");
    await boards.db().addedModel.createMany({ data: many("offered") });
    expect(await add(admin)).toBe("input.invalid model");
  });

  it("is still called by its title in what was made with it after it was retired, though not to another tenant", async () => {
    const { id, name } = await add(admin, { title: "House style" });
    await offer(admin, id);
    const { id: boardId } = await boards.createBoard(member, { title: "B", isPublic: true });
    await boards.createGeneration(member, { boardId, generatorName: name, artifactType: "image", inputParams: { prompt: "x" } });
    await ask(admin, "mutation ($id: UUID!) { retireModel(id: $id) { id } }", { id });
    const titles = (viewer: Viewer) => ask(viewer, "query ($b: UUID!) { recentGenerations(boardId: $b) { generatorTitle } }", { b: boardId });
    expect(await titles(member)).toEqual([{ generatorTitle: "House style" }]);
    expect(await titles(root)).toEqual([{ generatorTitle: name }]);
  });

  it("is told in the audit log, and its spending by its title", async () => {
    const { id, name } = await add(admin, { title: "House style", priceUsd: 0.25 });
    await offer(admin, id);
    const actions = await boards.db().auditEntry.findMany({ where: { targetId: id }, orderBy: { createdAt: "asc" } });
    expect(actions.map(({ action, outcome, targetType }) => [action, outcome, targetType])).toEqual([
      ["addComfyWorkflow", "ok", "AddedModel"],
      ["offerModel", "ok", "AddedModel"],
    ]);
    const { withNames } = await import("@/lib/spending/spending-names");
    const row = { key: name, usd: 1, generations: 1 } as never;
    const named = (viewer: Viewer) => boards.withinTenant(viewer.tenantId, () => withNames("generator", [row]));
    expect([await named(admin), await named(root)]).toMatchObject([[{ key: name, name: "House style" }], [{ key: name, name: null }]]);
  });
});

describe("deleting a model while something is asked of it", () => {
  /** Opens a transaction that does something and stays open; `commit` ends it. */
  async function openTransaction(work: (tx: Transaction) => Promise<unknown>) {
    const [done, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const transaction = boards.db().$transaction(async (tx) => {
      await work(tx);
      done.resolve();
      await end.promise;
    });
    await Promise.race([done.promise, transaction]);
    return async () => {
      end.resolve();
      await transaction;
    };
  }
  /** Until somebody waits at a lock by name. */
  async function somebodyWaits() {
    for (;;) {
      const [row] = await boards.db().$queryRaw<{ count: number }[]>`SELECT count(*)::int FROM pg_locks
        WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      if (row && row.count > 0) return;
    }
  }
  const request = async (name: string) => {
    const { id: boardId } = await boards.createBoard(admin, { title: "Race" });
    return { boardId, generatorName: name, artifactType: "image", inputParams: { prompt: "x" } };
  };

  it("waits for it, and then finds the model in use", async () => {
    const { id, name } = await add(admin);
    const generator = await boards.findGeneratorFor(admin.tenantId, name);
    if (!generator) throw new Error("the model was not added");
    const { boardId } = await request(name);
    const row = generationRow({ ...admin, boardId }, { generatorName: name, generatorVersion: 1 });
    const commit = await openTransaction(async (tx) => {
      await boards.keepModel(tx, generator);
      await tx.generation.create({ data: row });
    });
    const deleted = ask(admin, "mutation ($id: UUID!) { deleteModel(id: $id) }", { id });
    await somebodyWaits();
    await commit();
    expect(await deleted).toBe("added_model.in_use id");
    expect(await boards.db().addedModel.count({ where: { id } })).toBe(1);
  });

  it("refuses what is asked at that moment, and nothing of it is kept", async () => {
    const { id, name } = await add(admin);
    const asked = await request(name);
    const commit = await openTransaction(async (tx) => {
      await boards.lock(tx, boards.modelLock(name));
      await tx.addedModel.deleteMany({ where: { id } });
    });
    const made = boards.withinTenant(admin.tenantId, () => boards.createGeneration(admin, asked));
    const refused = expect(made).rejects.toMatchObject({ reason: "generation.unknown_generator", field: "generatorName" });
    await somebodyWaits();
    await commit();
    await refused;
    expect(await boards.db().generation.count({ where: { boardId: asked.boardId } })).toBe(0);
  });
});

describe("a process that knows a model already", () => {
  it("knows at once that another one has retired, priced or deleted it", async () => {
    const { id, name } = await add(admin);
    const found = () => boards.findGeneratorFor(admin.tenantId, name) as Promise<{ added?: object; costUsd(inputs: object): number } | undefined>;
    expect((await found())?.added).toMatchObject({ id, state: "draft", version: 1 });
    expect(await found()).toBe(await found());
    // By another process: nothing here hears of it.
    await boards.db().addedModel.update({ where: { id }, data: { state: "retired", priceUsd: 3 } });
    expect((await found())?.added).toMatchObject({ state: "retired" });
    expect((await found())?.costUsd({})).toBe(3);
    await boards.db().addedModel.delete({ where: { id } });
    expect(await found()).toBeUndefined();
  });

  it("leaves out, with a line in the log, what cannot be used any more, and goes on with the rest", async () => {
    const { id, name } = await add(admin);
    const other = await add(admin);
    await boards.db().addedModelVersion.update({
      where: { addedModelId_version: { addedModelId: id, version: 1 } },
      data: { source: { fileName: "x", workflow: "{" } },
    });
    const known = (await boards.generatorsFor(admin.tenantId)).map((generator) => generator.name);
    expect([known.includes(name), known.includes(other.name)]).toEqual([false, true]);
  });
});
