import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { now, setClock } from "@/lib/platform/clock";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
/** Owns the first tenant, and so administers the installation. */
let root: Viewer;
/** Owns another tenant. */
let admin: Viewer;
let member: Viewer;
const boardIds = new Map<Viewer, string>();

const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/generators/settings/generator-settings")),
  ...(await import("@/lib/generators/settings/set-generator-setting")),
  ...(await import("@/lib/generators/catalogue/registry")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  for (const name of ["FAL_KEY", "KIE_API_KEY", "BOARDS_GENERATOR_API_KEYS"]) delete process.env[name];
  installation = await openInstallation({ REPLICATE_API_TOKEN: "a-key", OPENAI_COMPATIBLE_URL: "" });
  boards = await load();
  root = await installation.viewer("root");
  admin = await installation.viewer("admin", "studio");
  member = await installation.viewer("member", "studio");
  for (const viewer of [root, admin, member]) boardIds.set(viewer, (await boards.createBoard(viewer, { title: "Settings" })).id);
});
afterAll(() => installation.close());
afterEach(() => boards.db().generatorSetting.deleteMany());

const set = (viewer: Viewer, generatorName: string, more: object) => boards.setGeneratorSetting(viewer, { generatorName, ...more });
const setForAll = (generatorName: string, more: object) => set(root, generatorName, { forInstallation: true, ...more });

interface Offered {
  name: string;
  unavailableReason: string | null;
  inputSchema: { properties: Record<string, Record<string, unknown>>; required?: string[] };
}
const offered = async (viewer: Viewer) => {
  const { data, errors } = await askGraphql(viewer, "{ generators { name unavailableReason inputSchema } }");
  expect(errors).toEqual([]);
  return (data as unknown as { generators: Offered[] }).generators;
};
const offer = async (viewer: Viewer, name: string) => (await offered(viewer)).find((each) => each.name === name);
const fieldOf = async (viewer: Viewer, name: string, field: string) => (await offer(viewer, name))?.inputSchema.properties[field];
const ask = (viewer: Viewer, generatorName: string, inputParams: Record<string, unknown> = { prompt: "hills" }) =>
  boards.createGeneration(viewer, {
    boardId: boardIds.get(viewer) ?? "",
    generatorName,
    artifactType: boards.findGenerator(generatorName)?.artifactType ?? "image",
    inputParams,
  });
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: { reason?: string }) => error.reason ?? String(error),
  );

describe("which generators are offered", () => {
  it("is everything, in the order of the registry, until somebody says otherwise", async () => {
    expect((await offered(member)).map(({ name }) => name)).toEqual(boards.allGenerators().map(({ name }) => name));
  });

  it("is what an installation switches off for all, and a tenant for itself", async () => {
    await setForAll("sketch", { isOffered: false });
    await set(admin, "melody", { isOffered: false });
    const names = async (viewer: Viewer) => (await offered(viewer)).map(({ name }) => name).filter((name) => ["sketch", "melody"].includes(name));
    expect(await names(member)).toEqual([]);
    expect(await names(root)).toEqual(["melody"]);
    expect(await outcome(ask(root, "sketch"))).toBe("generation.unknown_generator");
    expect(await outcome(ask(member, "melody"))).toBe("generation.unknown_generator");
    expect(await outcome(ask(root, "melody"))).toBe("ok");
  });

  it("is not a tenant's to widen", async () => {
    await setForAll("sketch", { isOffered: false });
    await expect(set(admin, "sketch", { isOffered: true })).rejects.toMatchObject({ reason: "input.invalid", field: "isOffered" });
    await setForAll("sketch", {});
    await set(admin, "sketch", { isOffered: true });
    await setForAll("sketch", { isOffered: false });
    expect(await offer(member, "sketch")).toBeUndefined();
  });

  it("is known to admins also where it is not offered, with the inputs as declared", async () => {
    await set(admin, "sketch", { isOffered: false, limits: { count: { maximum: 2 } } });
    await set(admin, "melody", { allowedRoles: ["owner"] });
    const query = "query ($name: String) { allGenerators(name: $name) { name isOffered inputSchema declaredInputSchema } }";
    const all = async (viewer: Viewer, name?: string) => {
      const { data, errors } = await askGraphql(viewer, query, { name });
      return (data?.allGenerators ?? errors.map(({ extensions }) => extensions?.code)) as unknown as Record<string, unknown>[];
    };
    expect(await all(admin)).toHaveLength((await offered(root)).length);
    const maximum = (schema: unknown) => (schema as Offered["inputSchema"]).properties.count?.maximum;
    const [sketch] = await all(admin, "sketch");
    expect(sketch).toMatchObject({ name: "sketch", isOffered: false });
    expect([maximum(sketch?.inputSchema), maximum(sketch?.declaredInputSchema)]).toEqual([2, 8]);
    expect(await all(admin, "melody")).toMatchObject([{ isOffered: true }]);
    expect(await all(root, "sketch")).toMatchObject([{ isOffered: true }]);
    expect(await all(member)).toEqual(["FORBIDDEN"]);
  });

  it("begins with those that have a place, the tenant's before the installation's", async () => {
    const first = async (viewer: Viewer) => (await offered(viewer)).slice(0, 3).map(({ name }) => name);
    await setForAll("kie-veo3", { position: 0 });
    await setForAll("melody", { position: 1 });
    await setForAll("fal-veo31", { position: 2 });
    expect(await first(root)).toEqual(["kie-veo3", "melody", "fal-veo31"]);
    await set(admin, "kie-veo3", { position: 9 });
    expect(await first(member)).toEqual(["melody", "fal-veo31", "kie-veo3"]);
  });

  it("is by role where an admin says so, in the list and when asked for", async () => {
    await setForAll("sketch", { allowedRoles: ["admin", "owner"] });
    expect(await offer(member, "sketch")).toBeUndefined();
    expect(await offer(admin, "sketch")).toBeDefined();
    expect(await outcome(ask(member, "sketch"))).toBe("generator.not_allowed");
    expect(await outcome(ask(admin, "sketch"))).toBe("ok");
    await expect(set(admin, "sketch", { allowedRoles: ["member"] })).rejects.toMatchObject({ reason: "input.invalid", field: "allowedRoles" });
    await setForAll("sketch", {});
    await set(admin, "sketch", { allowedRoles: ["member"] });
    await setForAll("sketch", { allowedRoles: ["owner"] });
    expect(await outcome(ask(member, "sketch"))).toBe("generator.not_allowed");
    expect(await outcome(ask(admin, "sketch"))).toBe("ok");
  });
});

describe("defaults", () => {
  it("hold in the form and for what is left out, the tenant's before the installation's", async () => {
    await setForAll("sketch", { defaults: { prompt: "a quiet sea", style: "flow", count: 2 } });
    await set(admin, "sketch", { defaults: { style: "tiles" } });
    const { properties, required } = (await offer(member, "sketch"))?.inputSchema ?? { properties: {} };
    expect([properties.prompt?.default, properties.style?.default, properties.count?.default]).toEqual(["a quiet sea", "tiles", 2]);
    expect(required ?? []).not.toContain("prompt");
    const made = await ask(member, "sketch", { seed: 1 });
    expect(made).toMatchObject({ batchSize: 2, inputParams: { prompt: "a quiet sea", style: "tiles", count: 2 } });
    expect(await ask(member, "sketch", { prompt: "hills", count: 1 })).toMatchObject({ batchSize: 1, inputParams: { prompt: "hills" } });
    expect((await offer(root, "sketch"))?.inputSchema.properties.style?.default).toBe("flow");
  });
});

describe("limits", () => {
  it.each([
    ["sketch", "count", { maximum: 3 }, { minimum: 1, maximum: 3 }, 4],
    ["sketch", "count", { minimum: 2, maximum: 4 }, { minimum: 2, maximum: 4 }, 1],
    ["sketch", "detail", { minimum: 0.25, maximum: 0.75 }, { minimum: 0.25, maximum: 0.75 }, 0.8],
    ["sketch", "style", { values: ["flow", "tiles"] }, { enum: ["flow", "tiles"] }, "bubbles"],
    ["sketch", "prompt", { values: ["hills", "sea"] }, { enum: ["hills", "sea"] }, "a town"],
  ])("of %s, %s %j, hold in the form and for what is asked", async (name, field, limit, shown, beyond) => {
    await set(admin, name, { limits: { [field]: limit } });
    expect(await fieldOf(member, name, field)).toMatchObject(shown);
    const refused = ask(member, name, { prompt: "hills", [field]: beyond });
    await expect(refused).rejects.toMatchObject({ reason: "input.invalid", field: `inputParams.${field}` });
    expect(await outcome(ask(root, name, { prompt: "hills", [field]: beyond }))).toBe("ok");
  });

  it("of an input that may be left out are those of its value: it may be left out all the same", async () => {
    await set(admin, "replicate-veo-3-1", { limits: { negative_prompt: { values: ["blurry", "dark"] } } });
    const { anyOf } = (await fieldOf(member, "replicate-veo-3-1", "negative_prompt")) ?? {};
    expect(anyOf).toEqual([expect.objectContaining({ enum: ["blurry", "dark"] }), { type: "null" }]);
    for (const negative_prompt of [undefined, null, "dark"])
      expect(await outcome(ask(member, "replicate-veo-3-1", { prompt: "hills", negative_prompt }))).toBe("ok");
    expect(await outcome(ask(member, "replicate-veo-3-1", { prompt: "hills", negative_prompt: "bright" }))).toBe("input.invalid");
  });

  it("of an input with a few values leave those that fit", async () => {
    await set(admin, "upscale", { limits: { factor: { maximum: 3 } } });
    await set(admin, "slideshow", { limits: { frames_per_second: { values: [12, 24] } } });
    const constants = async (name: string, field: string) =>
      (((await fieldOf(member, name, field))?.anyOf ?? []) as { const: number }[]).map((each) => each.const);
    expect(await constants("upscale", "factor")).toEqual([2, 3]);
    expect(await constants("slideshow", "frames_per_second")).toEqual([12, 24]);
  });

  it("move a default that lies beyond them, so that a form begins with what is taken", async () => {
    await set(admin, "sketch", { limits: { count: { minimum: 2 }, style: { values: ["tiles", "flow"] } } });
    expect([await fieldOf(member, "sketch", "count"), await fieldOf(member, "sketch", "style")]).toMatchObject([
      { default: 2 },
      { default: "tiles" },
    ]);
    expect(await ask(member, "sketch")).toMatchObject({ batchSize: 2, inputParams: { style: "tiles" } });
  });

  it("of a tenant narrow the installation's, whichever came first", async () => {
    await set(admin, "sketch", { limits: { count: { minimum: 2, maximum: 8 }, style: { values: ["flow", "tiles", "any"] } } });
    await setForAll("sketch", { limits: { count: { maximum: 4 }, style: { values: ["tiles", "ridges"] } } });
    expect(await fieldOf(member, "sketch", "count")).toMatchObject({ minimum: 2, maximum: 4 });
    expect(await fieldOf(member, "sketch", "style")).toMatchObject({ enum: ["tiles"] });
    expect(await outcome(ask(member, "sketch", { prompt: "hills", count: 5 }))).toBe("input.invalid");
    await expect(set(admin, "sketch", { limits: { count: { maximum: 5 } } })).rejects.toMatchObject({
      reason: "input.invalid",
      field: "limits.count",
    });
  });
});

describe("a price", () => {
  it("that an admin sets is estimated, and set aside", async () => {
    await setForAll("replicate-flux-pro", { priceUsd: 0.5 });
    await set(admin, "replicate-flux-pro", { priceUsd: 0.75 });
    const estimate = async (viewer: Viewer) => {
      const query = `{ estimateCost(generatorName: "replicate-flux-pro", inputParams: { prompt: "hills" }) { costUsd } }`;
      const { data, errors } = await askGraphql(viewer, query);
      expect(errors).toEqual([]);
      return Object.values(data ?? {})[0];
    };
    expect([await estimate(root), await estimate(member)]).toEqual([{ costUsd: 0.5 }, { costUsd: 0.75 }]);
    const { id, estimatedCostUsd } = await ask(member, "replicate-flux-pro");
    expect(Number(estimatedCostUsd)).toBe(0.75);
    const [line] = await boards.db().creditTransaction.findMany({ where: { generationId: id } });
    expect(Number(line?.amount)).toBe(-0.75);
  });
});

describe("a time limit", () => {
  it("is the tenant's, the installation's, or the generator's own", async () => {
    const sketch = boards.findGenerator("sketch");
    const limit = (viewer: Viewer) => sketch && boards.timeLimitSeconds(viewer.tenantId, sketch);
    expect(await limit(member)).toBe(900);
    await setForAll("sketch", { timeLimitSeconds: 60 });
    await set(admin, "sketch", { timeLimitSeconds: 120 });
    expect([await limit(root), await limit(member)]).toEqual([60, 120]);
  });
});

describe("a wrong setting is refused, and names the field", () => {
  it.each([
    ["an unknown generator", { generatorName: "nope" }, "generation.unknown_generator", "generatorName"],
    ["a default of an unknown input", { defaults: { color: "red" } }, "input.invalid", "defaults.color"],
    ["a default that is not taken", { defaults: { count: 99 } }, "input.invalid", "defaults.count"],
    ["a default beyond its own limit", { defaults: { count: 4 }, limits: { count: { maximum: 3 } } }, "input.invalid", "defaults.count"],
    ["a limit of an unknown input", { limits: { color: { values: ["red"] } } }, "input.invalid", "limits.color"],
    ["a limit beyond the generator's own", { limits: { count: { maximum: 99 } } }, "input.invalid", "limits.count"],
    ["a value that is not taken", { limits: { style: { values: ["flow", "cubist"] } } }, "input.invalid", "limits.style"],
    ["numbers for what is no number", { limits: { style: { maximum: 3 } } }, "input.invalid", "limits.style"],
    ["a minimum above the maximum", { limits: { count: { minimum: 5, maximum: 2 } } }, "input.invalid", "limits.count"],
    [
      "a limit of a switch",
      { generatorName: "fal-veo31", limits: { generate_audio: { values: ["yes"] } } },
      "input.invalid",
      "limits.generate_audio",
    ],
    ["a limit of a seed", { limits: { seed: { maximum: 10 } } }, "input.invalid", "limits.seed"],
    ["a limit of an artifact", { generatorName: "upscale", limits: { image: { values: ["x"] } } }, "input.invalid", "limits.image"],
    ["an unknown kind of limit", { limits: { count: { most: 3 } } }, "input.invalid", "limits.count"],
    ["no values at all", { limits: { style: { values: [] } } }, "input.invalid", "limits.style.values"],
    ["a negative price", { priceUsd: -1 }, "input.invalid", "priceUsd"],
    ["an unknown role", { allowedRoles: ["visitor"] }, "input.invalid", "allowedRoles.0"],
    ["a time limit of a second", { timeLimitSeconds: 1 }, "input.invalid", "timeLimitSeconds"],
    ["a broken place", { position: 1.5 }, "input.invalid", "position"],
  ])("%s", async (_what, wrong, reason, field) => {
    await expect(boards.setGeneratorSetting(admin, { generatorName: "sketch", ...wrong })).rejects.toMatchObject({ reason, field });
    expect(await boards.db().generatorSetting.count()).toBe(0);
  });

  it.each([
    ["a member", () => member, false],
    ["a member, for all", () => member, true],
    ["a tenant's admin, for all", () => admin, true],
  ])("%s", async (_who, viewer, forInstallation) => {
    await expect(set(viewer(), "sketch", { forInstallation, isOffered: false })).rejects.toMatchObject({ reason: "auth.admin_required" });
    expect(await boards.db().generatorSetting.count()).toBe(0);
  });
});

describe("a setting", () => {
  it("is one for each generator and owner, and what is left out goes back", async () => {
    await Promise.all(Array.from({ length: 6 }, (_, position) => set(admin, "sketch", { position })));
    await setForAll("sketch", { position: 3 });
    await setForAll("sketch", { priceUsd: 2 });
    expect(await boards.db().generatorSetting.count()).toBe(2);
    expect(await boards.db().generatorSetting.findFirst({ where: { tenantId: null } })).toMatchObject({ position: null });
  });
});

describe("a generator without its key", () => {
  it("is shown with what an admin can do, or whom a member can ask, and refused", async () => {
    const forAdmin = (await offer(admin, "fal-flux-2"))?.unavailableReason;
    expect(forAdmin).toContain("FAL_KEY");
    expect(await offer(member, "fal-flux-2")).toMatchObject({ unavailableReason: "fal isn't set up yet. Ask an admin to add it." });
    expect(await offer(member, "replicate-flux-pro")).toMatchObject({ unavailableReason: null });
    expect(await offer(member, "sketch")).toMatchObject({ unavailableReason: null });
    // Also where an admin's default takes the place of a required input.
    await set(admin, "fal-flux-2", { defaults: { prompt: "a quiet sea" } });
    for (const inputs of [{ prompt: "hills" }, {}])
      await expect(ask(member, "fal-flux-2", inputs)).rejects.toMatchObject({
        reason: "provider.not_configured",
        message: "fal isn't set up yet. Ask an admin to add it.",
      });
    await expect(ask(admin, "fal-flux-2", {})).rejects.toMatchObject({ reason: "provider.not_configured", message: forAdmin });
    expect(await boards.db().generation.count({ where: { generatorName: "fal-flux-2" } })).toBe(0);
    expect((await offer(admin, "openai-compatible-chat"))?.unavailableReason).toMatch(/add a server or set OPENAI_COMPATIBLE_URL/);
  });
});

describe("a model that its provider ends", () => {
  const [before, after] = [new Date("2026-11-30T23:59:59Z"), new Date("2026-12-01T00:00:00Z")];
  const name = "fal-gpt-image-1-5";
  const stopped = now();
  const fox = { prompt: "a fox" };
  const estimate = (viewer: Viewer) =>
    askGraphql(viewer, 'query ($i: JSON!) { estimateCost(generatorName: "fal-gpt-image-1-5", inputParams: $i) { costUsd } }', { i: fox });
  afterEach(() => setClock(() => stopped));

  it("is offered with a warning until its day", async () => {
    setClock(() => before);
    const { data } = await askGraphql(member, "{ generators { name deprecation endsOn hasEnded successor } }");
    expect((data as unknown as { generators: { name: string }[] }).generators.find((each) => each.name === name)).toEqual({
      name,
      deprecation: "Will be discontinued on 1 December 2026. Use GPT Image 2.5 Flare (fal) instead",
      endsOn: "2026-12-01",
      hasEnded: false,
      successor: "fal-gpt-image-2-5-flare",
    });
    expect((await estimate(member)).errors).toEqual([]);
    expect(await offer(member, "fal-sora-2-text-to-video")).toBeUndefined();
    expect(await offer(member, "openai-dall-e-3")).toBeUndefined();
  });

  it("is known from then on, and refused with its successor's name", async () => {
    setClock(() => after);
    expect(await offer(member, name)).toBeUndefined();
    await expect(ask(member, name, fox)).rejects.toMatchObject({
      reason: "generator.ended",
      field: "generatorName",
      message: 'GPT Image 1.5 was discontinued by its provider on 2026-12-01. Use "fal-gpt-image-2-5-flare" (GPT Image 2.5 Flare (fal)) instead.',
    });
    const { data } = await askGraphql(admin, "query ($n: String) { allGenerators(name: $n) { isOffered hasEnded deprecation } }", { n: name });
    expect(data).toMatchObject({
      allGenerators: [{ isOffered: false, hasEnded: true, deprecation: "Discontinued on 1 December 2026. Use GPT Image 2.5 Flare (fal) instead" }],
    });
  });

  it("is offered still by an admin's word: a tenant's for itself, the installation's for all", async () => {
    setClock(() => after);
    await set(admin, name, { isOffered: true });
    expect(await offer(member, name)).toBeDefined();
    expect(await offer(root, name)).toBeUndefined();
    await set(admin, name, { priceUsd: 1 });
    expect(await offer(member, name)).toBeUndefined();
    await setForAll(name, { isOffered: true });
    expect(await offer(member, name)).toBeDefined();
    expect((await estimate(member)).errors).toEqual([]);
    await set(admin, name, { isOffered: false });
    await expect(ask(member, name, fox)).rejects.toMatchObject({ reason: "generation.unknown_generator" });
    await setForAll(name, { isOffered: false });
    await expect(set(admin, name, { isOffered: true })).rejects.toMatchObject({ field: "isOffered" });
  });
});
