import { describe, expect, it } from "vitest";
import { artifactSlotsOf } from "@/lib/generators/contract/artifact-slots";
import { buildRequest } from "@/lib/generators/contract/build-request";
import type { Json } from "@/lib/generators/contract/define-generator";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import { parseInputs } from "@/lib/generators/contract/parse-inputs";
import { checkGenerator } from "../check-generator";
import type { Workflow } from "./workflow-file";
import { workflowGenerator } from "./workflow-generator";

const id = "0192aaaa-0000-7000-8000-000000000001";
const text = (words: string) => ({ class_type: "CLIPTextEncode", inputs: { clip: ["4", 1], text: words } });

/** As ComfyUI exports its first example. */
const plain: Workflow = {
  "3": {
    class_type: "KSampler",
    inputs: { model: ["4", 0], positive: ["6", 0], negative: ["7", 0], latent_image: ["5", 0], seed: 5, steps: 20, cfg: 8, sampler_name: "euler" },
    _meta: { title: "KSampler" },
  },
  "4": { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: "model.safetensors" } },
  "5": { class_type: "EmptyLatentImage", inputs: { width: 512, height: 640, batch_size: 3 } },
  "6": text("a bottle"),
  "7": text("text, watermark"),
  "8": { class_type: "VAEDecode", inputs: { samples: ["3", 0], vae: ["4", 2] } },
  "9": { class_type: "SaveImage", inputs: { filename_prefix: "ComfyUI", images: ["8", 0] } },
};

const derived = (workflow: Workflow) => workflowGenerator("my_flow", JSON.stringify(workflow));
const described = (file: object) => workflowGenerator("my_flow", JSON.stringify({ workflow: plain, ...file }));
const fieldsOf = (workflow: Workflow) => Object.keys(inputSchemaOf(derived(workflow)).properties as object);
const sent = (generator: ReturnType<typeof derived>, raw: Record<string, unknown>) => {
  const parsed = parseInputs(generator, raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return buildRequest(generator, parsed.inputs, (each) => `${each}.png`).prompt as unknown as Workflow;
};

describe("a workflow alone", () => {
  it("becomes a generator that the platform takes", () => {
    const generator = derived(plain);
    expect(checkGenerator(generator)).toMatchObject({
      name: "comfyui-my-flow",
      title: "My flow",
      artifactType: "image",
      task: "text-to-image",
      endpoint: "outputs:9",
    });
    const { properties, required } = inputSchemaOf(generator) as { properties: Record<string, object>; required: string[] };
    expect(required).toEqual(["prompt"]);
    expect(properties).toMatchObject({
      prompt: { title: "Prompt", format: "textarea" },
      negative_prompt: { default: "text, watermark", group: "advanced" },
      width: { type: "integer", default: 512, minimum: 64, maximum: 4096, multipleOf: 8 },
      height: { default: 640 },
      num_images: { default: 3, minimum: 1, maximum: 16 },
      steps: { default: 20, type: "integer" },
      cfg: { default: 8, type: "number" },
      seed: { isSeed: true },
    });
  });

  it("stays as it was saved but for its inputs", () => {
    const generator = derived(plain);
    const prompt = sent(generator, { prompt: "a fox", seed: 9, cfg: 2.5 });
    expect(prompt).toEqual({
      ...plain,
      "3": { ...plain["3"], inputs: { ...plain["3"]?.inputs, seed: 9, cfg: 2.5 } },
      "6": text("a fox"),
    });
    expect(sent(generator, { prompt: "a hen" })["6"]).toEqual(text("a hen"));
  });

  it("draws a seed when none is given", () => {
    const seeds = [1, 2].map(() => sent(derived(plain), { prompt: "a fox" })["3"]?.inputs.seed);
    expect(seeds[0]).not.toBe(seeds[1]);
    expect(seeds).not.toContain(5);
  });

  it("makes as many images as its batch holds", () => {
    const countOf = (workflow: Workflow, raw = {}) => parseInputs(derived(workflow), { prompt: "a fox", ...raw });
    expect(countOf(plain)).toMatchObject({ outputCount: 3, costUsd: 0 });
    expect(countOf(plain, { num_images: 2 })).toMatchObject({ outputCount: 2 });
    expect(countOf({ ...plain, "10": { class_type: "SaveImage", inputs: {} } }, { num_images: 2 })).toMatchObject({ outputCount: 4 });
  });

  it("finds texts behind other nodes, and tells what is wanted from what is not", () => {
    const workflow = {
      ...plain,
      "3": { class_type: "KSampler", inputs: { positive: ["12", 0], negative: ["12", 1], seed: 1 } },
      "6": { class_type: "CLIPTextEncode", inputs: { clip: ["4", 1], text: ["14", 0] } },
      "12": { class_type: "ControlNetApplyAdvanced", inputs: { positive: ["13", 0], negative: ["7", 0], image: ["15", 0] } },
      "13": { class_type: "FluxGuidance", inputs: { conditioning: ["6", 0], guidance: 3.5 } },
      "14": { class_type: "PrimitiveStringMultiline", inputs: { value: "a bottle" } },
      "15": { class_type: "LoadImage", inputs: { image: "pose.png" } },
    } satisfies Workflow;
    expect(fieldsOf(workflow).sort()).toEqual(["guidance", "height", "image", "negative_prompt", "num_images", "prompt", "seed", "width"]);
    const generator = derived(workflow);
    expect(generator.task).toBe("image-to-image");
    expect(artifactSlotsOf(generator)).toEqual([{ field: "image", artifactType: "image", isList: false }]);
    const prompt = sent(generator, { prompt: "a fox", image: id });
    expect(prompt["14"]?.inputs.value).toBe("a fox");
    expect(prompt["6"]?.inputs.text).toEqual(["14", 0]);
    expect(prompt["15"]?.inputs.image).toBe(`${id}.png`);
  });

  it("takes one text for both: what is wanted counts", () => {
    const both = { ...plain, "3": { class_type: "KSampler", inputs: { positive: ["6", 0], negative: ["11", 0] } } };
    const workflow = { ...both, "7": plain["8"], "11": { class_type: "ConditioningZeroOut", inputs: { conditioning: ["6", 0] } } } as Workflow;
    expect(fieldsOf(workflow)).not.toContain("negative_prompt");
  });

  it("sets all texts of one node and all seeds at once, and leaves steps of several samplers alone", () => {
    const workflow = {
      ...plain,
      "6": { class_type: "CLIPTextEncodeSDXL", inputs: { text_g: "a", text_l: "b", width: 1024 } },
      "20": { class_type: "KSamplerAdvanced", inputs: { noise_seed: 3, steps: 10, cfg: 8 } },
    };
    expect(fieldsOf(workflow)).not.toContain("steps");
    const prompt = sent(derived(workflow), { prompt: "a fox", seed: 4 });
    expect(prompt["6"]?.inputs).toMatchObject({ text_g: "a fox", text_l: "a fox" });
    expect([prompt["3"]?.inputs.seed, prompt["20"]?.inputs.noise_seed]).toEqual([4, 4]);
  });

  it("is a video, a sound or an image by what it saves, and takes files of each kind", () => {
    const nodes = { "1": { class_type: "LoadImage", inputs: { image: "a.png" } }, "2": { class_type: "LoadImage", inputs: { image: "b.png" } } };
    const latent = { class_type: "EmptyHunyuanLatentVideo", inputs: { width: 848, height: 480, length: 49, batch_size: 1 } };
    const video = { ...plain, ...nodes, "5": latent, "30": { class_type: "VHS_VideoCombine", inputs: { images: ["8", 0] } } };
    expect(derived(video)).toMatchObject({ artifactType: "video", endpoint: "outputs:30" });
    expect(fieldsOf(video)).toEqual(expect.arrayContaining(["image", "image_2", "frames"]));
    expect(fieldsOf(video)).not.toContain("num_images");
    expect(parseInputs(derived(video), { prompt: "x", image: id, image_2: id })).toMatchObject({ ok: true, outputCount: 1 });
    const sound = { "1": { class_type: "EmptyLatentAudio", inputs: { seconds: 30.5, batch_size: 4 } }, "2": { class_type: "SaveAudio", inputs: {} } };
    expect(derived(sound)).toMatchObject({ artifactType: "audio" });
    expect(parseInputs(derived(sound), { seconds: 12 })).toMatchObject({ ok: true, outputCount: 1 });
  });

  it("keeps to what it was saved with, however unusual", () => {
    const workflow = { ...plain, "5": { class_type: "EmptyLatentImage", inputs: { width: 8190, height: 37, batch_size: 40 } } };
    expect(parseInputs(derived(workflow), { prompt: "a fox" })).toMatchObject({ ok: true, inputs: { width: 8190, height: 37, num_images: 40 } });
  });
});

describe("a workflow with a description", () => {
  it("has the inputs that it names, of every type", () => {
    const generator = described({
      name: "house-style",
      title: "House style",
      description: "In the style of the house.",
      vendor: "The house",
      task: "image-to-image",
      source: { page: "https://example.com/model", readOn: "2026-11-20" },
      timeLimitSeconds: 120,
      inputs: {
        prompt: { at: "6.text", required: true, title: "What", description: "To draw." },
        style: { at: "4.ckpt_name", values: ["model.safetensors", "other.safetensors"] },
        detail: { at: ["3.steps", "3.refiner_steps"], minimum: 5, maximum: 50 },
        weight: { at: "3.denoise", type: "number", default: 0.5, minimum: 0, maximum: 1 },
        tiled: { at: "8.tiled", type: "boolean", default: true },
        noise: { at: "3.seed", title: "Noise" },
        pose: { at: "11.image", type: "image", required: false },
        voice: { at: "11.audio", type: "audio" },
        clip: { at: "11.video", type: "video" },
      },
      outputCount: 2,
      workflow: { ...plain, "11": { class_type: "LoadEverything", inputs: {} } },
    });
    expect(checkGenerator(generator)).toMatchObject({ name: "house-style", vendor: "The house", timeLimitSeconds: 120 });
    const { properties, required } = inputSchemaOf(generator) as { properties: Record<string, object>; required: string[] };
    expect(required.sort()).toEqual(["clip", "prompt", "voice"]);
    expect(properties).toMatchObject({
      prompt: { title: "What", description: "To draw." },
      style: { enum: ["model.safetensors", "other.safetensors"], default: "model.safetensors" },
      detail: { type: "integer", minimum: 5, maximum: 50, default: 20 },
      weight: { type: "number", default: 0.5 },
      tiled: { type: "boolean", default: true },
      noise: { title: "Noise", isSeed: true },
    });
    const parsed = parseInputs(generator, { prompt: "a fox", voice: id, clip: id, detail: 7, noise: 1 });
    expect(parsed).toMatchObject({ ok: true, outputCount: 2 });
    const prompt = sent(generator, { prompt: "a fox", voice: id, clip: id, detail: 7, noise: 1 });
    expect(prompt["3"]?.inputs).toMatchObject({ steps: 7, refiner_steps: 7, denoise: 0.5, seed: 1 });
    expect(prompt["8"]?.inputs.tiled).toBe(true);
    expect(prompt["11"]?.inputs).toEqual({ audio: `${id}.png`, video: `${id}.png` } satisfies Record<string, Json>);
    expect(parseInputs(generator, { prompt: "a fox", voice: id, clip: id, detail: 51 })).toMatchObject({ problems: [{ field: "detail" }] });
  });

  it("may name its outputs, and leave the rest to be found", () => {
    const generator = described({ outputs: ["9", "8"], artifactType: "image" });
    expect(generator.endpoint).toBe("outputs:9,8");
    expect(fieldsIn(generator)).toContain("prompt");
  });

  const fieldsIn = (generator: ReturnType<typeof described>) => Object.keys(generator.input.shape);

  it.each([
    ["is no JSON", "{", /JSON/],
    ["is a list", "[]", /isn't a ComfyUI workflow/],
    ["is as ComfyUI saves it for itself", JSON.stringify({ nodes: [], links: [], version: 0.4 }), /Export Workflow \(API\)/],
    ["has a word too many", { workflow: plain, tilte: "x" }, /tilte/],
    ["is something else", JSON.stringify({ a: 1 }), /isn't a ComfyUI workflow/],
    ["names a node that is not there", { workflow: plain, inputs: { prompt: { at: "66.text" } } }, /inputs\.prompt: .*no node 66/],
    ["names an output that is not there", { workflow: plain, outputs: ["99"] }, /outputs: .*no node 99/],
    ["names no place", { workflow: plain, inputs: { prompt: { at: "6" } } }, /inputs\.prompt\.at: /],
    ["sets a link without saying what it is", { workflow: plain, inputs: { model: { at: "3.model" } } }, /inputs\.model: .*input's type/],
    ["offers a choice of nothing", { workflow: plain, inputs: { model: { at: "4.ckpt_name", type: "choice" } } }, /Add the values/],
    ["has a number without default", { workflow: plain, inputs: { eta: { at: "3.eta", type: "number" } } }, /inputs\.eta: Set a default/],
    ["has a default beyond its limits", { workflow: plain, inputs: { steps: { at: "3.steps", maximum: 10 } } }, /inputs\.steps: The default 20/],
    ["saves nothing", { workflow: { "6": plain["6"] } }, /None of the workflow's nodes saves/],
  ])("says what is wrong with a file that %s", (_name, file, message) => {
    expect(() => workflowGenerator("wrong", typeof file === "string" ? file : JSON.stringify(file))).toThrow(message);
  });
});
