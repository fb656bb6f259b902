import { copyFile, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { forgetEnv } from "@/lib/platform/env";
import { inputSchemaOf } from "../contract/input-schema";
import { parseInputs } from "../contract/parse-inputs";
import { access, directProvidersTo, generatorOf, openBench, outputsOf, providerOf, submissionOf } from "../testing/driver-bench";
import { runGenerator } from "../testing/run-generator";
import { loadOwnGenerators, ownGeneratorProblems, readOwnGenerators } from "./own-generators";
import { allGenerators, findGenerator } from "./registry";

// The log reads it once, when it is imported.
vi.hoisted(() => {
  process.env.BOARDS_LOG_LEVEL = "silent";
});

beforeAll(() => directProvidersTo(undefined));

/** A folder far from this repository, with these files. */
async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "boards-own-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const read = async (files: Record<string, string>, patienceMs?: number) => readOwnGenerators(await folderOf(files), patienceMs);

/** The source of a generator with some of it changed; `undefined` leaves a line out. */
function declared(name: string, changes: Record<string, string | undefined> = {}): string {
  const lines: Record<string, string | undefined> = {
    provider: '"fal"',
    name: `"${name}"`,
    title: '"A title"',
    description: '"What it does."',
    artifactType: '"image"',
    vendor: '"Somebody"',
    task: '"text-to-image"',
    source: '{ page: "https://fal.ai/models/own", readOn: "2026-11-25" }',
    endpoint: `"own/${name}"`,
    input: 'z.object({ prompt: z.string().meta({ title: "Prompt", description: "Words." }) })',
    output: '"images[].url"',
    costUsd: "() => 0.01",
    ...changes,
  };
  const body = Object.entries(lines).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value},`]));
  return `({ ${body.join("\n")} })`;
}

const module = (name: string, changes?: Record<string, string | undefined>) => `export default ({ z, fields }) => ${declared(name, changes)};`;

describe("a folder of one's own generators", () => {
  it("adds those of every kind of file, in a module or not", async () => {
    const typed = `enum Kind { Image = "image" }\nexport default ({ z }: { z: any }) => ${declared("own-typed", { artifactType: "Kind.Image as string" })};`;
    const shared = `import { helper } from "./_shared.mjs";\nexport default helper("own-shared");`;
    const { names, problems } = await read({
      "one.mjs": module("own-mjs"),
      "two.js": module("own-js"),
      "three.ts": typed,
      "four.ts": typed.replaceAll("own-typed", "own-typed-async").replace("export default (", "export default async ("),
      "five.mjs": shared,
      "_shared.mjs": `export const helper = (name) => ({ z }) => (${declared("x")}.name, { ...${declared("x")}, name });`,
      "six.js": `module.exports = ({ z }) => ${declared("own-cjs")};`,
      "README.md": "# not a generator",
      "types.d.ts": "export {};",
      "folder/inner.mjs": "throw new Error('never read')",
      ".hidden.mjs": "throw new Error('never read')",
    });
    expect(problems).toEqual([]);
    expect(names.sort()).toEqual(["own-cjs", "own-js", "own-mjs", "own-shared", "own-typed", "own-typed-async"]);
    expect(allGenerators().map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    const module_ = await read({
      "package.json": '{ "type": "module" }',
      "a.ts": typed.replaceAll("own-typed", "own-module-ts"),
      "b.js": module("own-module-js"),
    });
    expect(module_).toEqual({ names: ["own-module-ts", "own-module-js"], problems: [] });
    const common = await read({ "package.json": '{ "type": "commonjs" }', "a.ts": typed.replaceAll("own-typed", "own-common-ts") });
    expect(common).toEqual({ names: ["own-common-ts"], problems: [] });
  });

  it("takes a generator itself, with a zod of its own", async () => {
    const zod = JSON.stringify(join(process.cwd(), "node_modules/zod/index.js"));
    const { names, problems } = await read({ "itself.mjs": `import { z } from ${zod};\nexport default ${declared("own-itself")};` });
    expect({ names, problems }).toEqual({ names: ["own-itself"], problems: [] });
    const generator = findGenerator("own-itself");
    if (!generator) throw new Error("it is not there");
    expect(inputSchemaOf(generator)).toMatchObject({ properties: { prompt: { title: "Prompt" } } });
    expect(parseInputs(generator, { prompt: 1 })).toMatchObject({ problems: [{ message: "prompt must be of type string" }] });
  });

  it.each([
    ["throws", "throw new Error('no luck');", "no luck"],
    ["is not JavaScript", "export default (", /Unexpected|expected|parse/i],
    ["imports what is not there", 'import "a-package-that-is-not-there";', /a-package-that-is-not-there/],
    ["exports nothing", "export const generator = 1;", "the default export isn't a generator"],
    ["returns nothing", "export default () => undefined;", "the default export isn't a generator"],
    ["has a name that is taken", module("sketch"), 'there is a generator named "sketch" already'],
    ["has a name of another form", module("My Generator"), "name must be in kebab-case"],
    ["has no title", module("own-bad", { title: undefined }), "title must be text"],
    ["has an empty description", module("own-bad", { description: '" "' }), "description must not be empty"],
    ["makes something unknown", module("own-bad", { artifactType: '"smell"' }), "artifactType must be one of image, video"],
    ["has no zod object", module("own-bad", { input: "z.string()" }), "input must be a z.object"],
    ["has an input without title", module("own-bad", { input: "z.object({ prompt: z.string() })" }), "input prompt has no title"],
    ["has an input in camelCase", module("own-bad", { input: 'z.object({ myPrompt: fields.prompt("x") })' }), "input myPrompt must be in snake_case"],
    ["has a price that is no function", module("own-bad", { costUsd: "0.1" }), "costUsd must be a function"],
    ["has a price that is no number", module("own-bad", { costUsd: "({ n }) => n * 2" }), "returns NaN"],
    ["has a price below nothing", module("own-bad", { costUsd: "() => -1" }), "returns -1"],
    ["has a price that throws", module("own-bad", { costUsd: "({ a }) => a.b" }), /doesn't accept the inputs its schema asks for: .*undefined/],
    ["has no outputs at all", module("own-bad", { outputCount: "() => 0" }), "outputCount must return a whole number of at least 1, but returns 0"],
    ["names a provider that is not here", module("own-bad", { provider: '"nobody"' }), "provider must be one of the providers"],
    ["does not say whose model it is", module("own-bad", { vendor: undefined }), "vendor must be text"],
    ["does not say where it is from", module("own-bad", { source: undefined }), "source "],
    ["names no page", module("own-bad", { source: '{ page: "fal", readOn: "2026-11-25" }' }), "source.page must be a URL"],
    ["names no day", module("own-bad", { source: '{ page: "https://fal.ai", readOn: "today" }' }), "source.readOn must be a date"],
    ["has no endpoint", module("own-bad", { endpoint: undefined }), "endpoint must be text or a function"],
    ["has an endpoint that gives nothing", module("own-bad", { endpoint: "() => undefined" }), "endpoint must return text"],
    ["has a request that gives nothing", module("own-bad", { request: "() => 5" }), "request must return an object"],
    ["does the work itself, and does not say how", module("own-bad", { provider: '"local"' }), "run must be a function"],
  ])("leaves out a file that %s, and says so", async (_what, text, reason) => {
    const good = `own-beside-${crypto.randomUUID()}`;
    const { names, problems } = await read({ "a-bad.mjs": text, "b-good.mjs": module(good) });
    expect(names).toEqual([good]);
    expect(problems).toEqual([
      { file: "a-bad.mjs", reason: typeof reason === "string" ? expect.stringContaining(reason) : expect.stringMatching(reason) },
    ]);
    expect(findGenerator("own-bad")).toBeUndefined();
  });

  it("says all that is wrong with a file at once", async () => {
    const { problems } = await read({ "bad.mjs": module("own-bad", { title: undefined, costUsd: undefined, vendor: undefined }) });
    expect(problems[0]?.reason).toMatch(/title .*; costUsd .*; vendor /);
  });

  it("leaves out TypeScript that is none, and a workflow that is none", async () => {
    const { names, problems } = await read({
      "a.ts": "export default (: string) => 1;",
      "b.comfy.json": "{ }",
      "c.comfy.json": '{ "workflow": {}, "inputs": {} }',
    });
    expect(names).toEqual([]);
    expect(problems.map(({ file }) => file)).toEqual(["a.ts", "b.comfy.json", "c.comfy.json"]);
    expect(problems[2]?.reason).toContain("None of the workflow's nodes saves a result");
  });

  it("does not wait for ever", async () => {
    const { names, problems } = await read(
      { "late.mjs": "await new Promise(() => setInterval(() => undefined, 60_000));", "prompt.mjs": module("own-prompt") },
      300,
    );
    expect(names).toEqual(["own-prompt"]);
    expect(problems).toEqual([{ file: "late.mjs", reason: "timed out after 0.3 seconds" }]);
  });

  it("makes a workflow of ComfyUI a generator", async () => {
    const folder = await folderOf({});
    await copyFile(join(import.meta.dirname, "comfyui/example/text-to-image.comfy.json"), join(folder, "at-home.comfy.json"));
    expect(await readOwnGenerators(folder)).toEqual({ names: ["comfyui-at-home"], problems: [] });
    expect(findGenerator("comfyui-at-home")).toMatchObject({ provider: "comfyui", title: "Image at home" });
  });

  it("that is not there is a problem, and no more", async () => {
    expect(await readOwnGenerators("/nowhere/at/all")).toEqual({
      names: [],
      problems: [{ file: "/nowhere/at/all", reason: expect.stringContaining("can't be read") }],
    });
  });
});

it("a server loads its folder once, and keeps what was wrong for admins", async () => {
  process.env.BOARDS_GENERATORS_PATH = await folderOf({ "good.mjs": module("own-at-start"), "bad.mjs": "throw new Error('no luck');" });
  forgetEnv();
  expect(ownGeneratorProblems()).toEqual([]);
  await loadOwnGenerators();
  await loadOwnGenerators();
  expect(findGenerator("own-at-start")).toBeDefined();
  expect(ownGeneratorProblems()).toEqual([{ file: "bad.mjs", reason: "no luck" }]);
  delete process.env.BOARDS_GENERATORS_PATH;
  forgetEnv();
});

describe("the examples of README.md", () => {
  openBench();
  beforeAll(async () => {
    const readme = await readFile(join(import.meta.dirname, "../README.md"), "utf8");
    const examples = [...readme.matchAll(/```[jt]s\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, name = "", text = ""]) => [name, text]);
    expect(await read(Object.fromEntries(examples))).toEqual({ names: ["product-shot", "stamp"], problems: [] });
  });

  it("ask a provider, here a simulated one", async () => {
    const generator = generatorOf("product-shot");
    const inputs = { prompt: "a kettle", num_images: 2 };
    expect(parseInputs(generator, inputs)).toMatchObject({ outputCount: 2, costUsd: 0.012 });
    const submission = submissionOf(generator, inputs);
    expect(submission.request.prompt).toBe("a kettle, soft light from the left, grey paper");
    const fal = providerOf("fal");
    const { externalJobId } = await fal.start(access, submission);
    const urls = outputsOf(await fal.status(access, { externalJobId, endpoint: submission.endpoint }), generator);
    expect(urls).toHaveLength(2);
    expect((await fetch(urls[0] ?? "")).headers.get("content-type")).toBe("image/png");
  });

  it("do the work themselves", async () => {
    const generator = generatorOf("stamp");
    const folder = await folderOf({});
    const path = join(folder, "photo.png");
    await sharp({ create: { width: 40, height: 30, channels: 3, background: "#336699" } })
      .png()
      .toFile(path);
    const id = "0192aaaa-0000-7000-8000-000000000001";
    const { outputs } = await runGenerator(generator, { image: id }, { artifacts: { [id]: { path, artifactType: "image" } } });
    expect(await sharp(outputs[0]?.path).metadata()).toMatchObject({ format: "png", width: 800, height: 600 });
  });
});
