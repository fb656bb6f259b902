import { describe, expect, it } from "vitest";
import type { SimulatedModel } from "@/lib/testing/simulators/models/simulated-model";
import { simulatedModels } from "@/lib/testing/simulators/models/simulated-models";
import { describeModel } from "../added-models/describe-model";
import { checkGenerator } from "../catalogue/check-generator";
import { artifactSlotsOf } from "../contract/artifact-slots";
import { artifactFor, defaultSubmit, type FieldSchema, sample } from "../contract/default-submit";
import type { DeclarativeGenerator } from "../contract/define-generator";
import { inputSchemaOf } from "../contract/input-schema";
import { access, openBench, outputsOf, providerOf, reasonOf, submissionOf } from "../testing/driver-bench";
import { mapModel } from "./map-model";

const bench = openBench();

/** Fields as `name*:kind`, `*` for those that must be given; what cannot be mapped as `field!` where it blocks the model. */
interface Expected {
  makes: string | null;
  output: string;
  fields: string;
  problems?: string;
}

const expected: Record<string, Expected> = {
  "fal-ai/flux/dev": {
    makes: "image",
    output: "images[].url",
    fields:
      "prompt*:text image_size:choice num_inference_steps:number seed:number guidance_scale:number sync_mode:switch num_images:number enable_safety_checker:switch output_format:choice",
    problems: "image_size",
  },
  "fal-ai/samples/edit": {
    makes: "image",
    output: "images[].url",
    fields: "prompt*:text image_urls*:image[] aspect_ratio:choice resolution:choice num_images:number",
  },
  "fal-ai/samples/palette": {
    makes: "image",
    output: "images[].url",
    fields: "prompt*:text rendering_speed:choice style_codes:list color_palette:group negative_prompt:text",
  },
  "fal-ai/samples/lora": { makes: "image", output: "images[].url", fields: "prompt*:text loras:list num_images:number seed:number" },
  "fal-ai/samples/adapter": {
    makes: "image",
    output: "image.url",
    fields:
      "prompt*:text base_image_url*:image base_strength:number style_adapter_style_image_url:image style_adapter_mode:choice style_adapter_weight:number",
  },
  "fal-ai/samples/references": { makes: "image", output: "images[].url", fields: "prompt*:text references*:image[]", problems: "references.weight" },
  "someone/samples/undeclared": { makes: "image", output: "**", fields: "prompt*:text" },
  "fal-ai/samples/image-to-video": {
    makes: "video",
    output: "video.url",
    fields: "prompt:text image_url*:image tail_image_url:image duration:choice negative_prompt:text cfg_scale:number",
    problems: "elements",
  },
  "fal-ai/samples/text-to-video": {
    makes: "video",
    output: "video.url",
    fields: "prompt*:text aspect_ratio:choice duration:number generate_audio:switch seed:number safety_tolerance:choice",
    problems: "duration",
  },
  "fal-ai/samples/lipsync": {
    makes: "video",
    output: "video.url",
    fields: "video_url*:video audio_url*:audio sync_mode:choice",
    problems: "output.thumbnail",
  },
  "fal-ai/samples/speech": {
    makes: "audio",
    output: "audio.url",
    fields: "text*:text voice_setting:group audio_setting:group language_boost:choice",
  },
  "fal-ai/samples/transcription": { makes: "text", output: "text", fields: "audio_url*:audio language_code:text diarize:switch" },
  "fal-ai/samples/vision": { makes: "text", output: "output", fields: "prompt*:text image_urls:image[] model:choice temperature:number" },
  "fal-ai/samples/mesh": { makes: "model", output: "model_mesh.url", fields: "input_image_url*:image texture_size:choice" },
  "fal-ai/samples/trainer": {
    makes: "lora",
    output: "diffusers_lora_file.url",
    fields: "images_data_url*:image[] trigger_word:text steps:number",
    problems: "output.config_file",
  },
  "fal-ai/samples/workflow": { makes: "image", output: "images[].url", fields: "prompt*:text", problems: "workflow!" },
  "fal-ai/samples/scene": { makes: "image", output: "images[].url", fields: "seed:number", problems: "scene!" },
  "fal-ai/samples/pairs": { makes: "image", output: "images[].url", fields: "", problems: "pairs!" },
  "fal-ai/samples/embedding": { makes: "text", output: "**", fields: "text*:text", problems: "output!" },
  "fal-ai/samples/convert": { makes: "image", output: "images[].url", fields: "", problems: "source_url! callback_url options" },
  "samples/fast-image": {
    makes: "image",
    output: "output[]",
    fields: "prompt*:text aspect_ratio:choice num_outputs:number output_quality:number go_fast:switch seed:number",
  },
  "samples/inpainting": {
    makes: "image",
    output: "output[]",
    fields: "prompt:text image:image mask:image scheduler:choice prompt_strength:number disable_safety_checker:switch",
  },
  "samples/film": { makes: "video", output: "output", fields: "prompt*:text image:image reference_images:image[] duration:choice seed:number" },
  "samples/music": { makes: "audio", output: "output", fields: "prompt:text input_audio:audio duration:number top_k:number temperature:number" },
  "samples/whisper": { makes: "text", output: "output.text", fields: "audio*:audio language:choice temperature_list:list" },
  "samples/language-model": { makes: "text", output: "output[]+", fields: "prompt*:text system_prompt:text max_tokens:number stop_sequences:text" },
  "samples/mesh": {
    makes: "model",
    output: "output.model_file",
    fields: "images*:image[] texture_size:number",
    problems: "output.color_video output.no_background_images",
  },
  "samples/upscaler": { makes: "image", output: "output[] | output", fields: "image*:image scale:number face_enhance:switch guidance_scale:number" },
  "samples/anything": { makes: "video", output: "**", fields: "task*:text" },
  "samples/scored": { makes: "image", output: "output[].image", fields: "prompt*:text n:number" },
  "samples/unknown": { makes: null, output: "output", fields: "prompt*:text", problems: "output!" },
};

const mappedOf = async ({ provider, modelId }: SimulatedModel, choices = {}) => mapModel(await describeModel(access, provider, modelId), choices);
const generatorOf = async (model: SimulatedModel): Promise<DeclarativeGenerator> =>
  (await mappedOf(model, { artifactType: model.artifactType })).generator({ price: { usd: 0.01, per: "request" } });
const usable = simulatedModels.filter(({ modelId }) => modelId === "samples/unknown" || !expected[modelId]?.problems?.includes("!"));

describe("every described model", () => {
  it("is expected here", () => {
    expect(simulatedModels.map(({ modelId }) => modelId).sort()).toEqual(Object.keys(expected).sort());
    expect(simulatedModels.length - usable.length).toBe(5);
  });

  it.each(simulatedModels)("$provider $modelId is mapped, and says what cannot be", async (model) => {
    const { artifactType, output, fields, problems, isUsable } = await mappedOf(model);
    const kindOf = ({ kind, artifactType, takes }: (typeof fields)[number]) =>
      kind === "artifact" ? `${artifactType}${/^(Up|\d)/.test(takes) ? "[]" : ""}` : kind;
    expect({
      makes: artifactType,
      output,
      fields: fields.map((field) => `${field.name}${field.isRequired ? "*" : ""}:${kindOf(field)}`).join(" "),
      problems: problems.map(({ field, isBlocking }) => `${field}${isBlocking ? "!" : ""}`).join(" "),
    }).toEqual({ problems: "", ...expected[model.modelId] });
    expect(isUsable).toBe(!problems.some(({ isBlocking }) => isBlocking));
    for (const { reason } of problems) expect(reason).toMatch(/^[A-Z].*\.$/);
  });

  it.each(usable)("$provider $modelId is a generator like any other", async (model) => {
    expect(checkGenerator(await generatorOf(model))).toBeDefined();
  });

  it.each(simulatedModels.filter((model) => !usable.includes(model)))("$provider $modelId is refused with what blocks it", async (model) => {
    const { generator, problems } = await mappedOf(model);
    const { field = "" } = problems.find(({ isBlocking }) => isBlocking) ?? {};
    expect(() => generator({ price: { usd: 1, per: "request" } })).toThrow(new RegExp(`can't be used here: ${field}: `));
  });
});

/** Everything that a form has, filled in. */
function fullSubmit(generator: DeclarativeGenerator): Record<string, unknown> {
  const { properties } = inputSchemaOf(generator) as { properties: Record<string, FieldSchema> };
  const slots = artifactSlotsOf(generator).map(({ field }) => field);
  return Object.fromEntries(
    Object.entries(properties).map(([field, schema], index) => [field, slots.includes(field) ? artifactFor(schema, index) : sample(schema)]),
  );
}

describe("a generation", () => {
  const addressOf = (id: string) => `https://files.example/${id}`;

  it.each(usable)("of $provider $modelId is what its schema takes, and its result is found", async (model) => {
    const generator = await generatorOf(model);
    const provider = providerOf(model.provider);
    for (const inputs of [defaultSubmit(generator), fullSubmit(generator)]) {
      const submission = submissionOf(generator, inputs, { addressOf });
      // As place-inputs.ts does, which packs the files and sends one address.
      if (model.modelId === "fal-ai/samples/trainer") submission.request.images_data_url = addressOf("archive");
      const { externalJobId } = await provider.start(access, submission);
      const results = outputsOf(await provider.status(access, { externalJobId, endpoint: submission.endpoint }), generator);
      expect(results).toHaveLength(model.countOf(submission.request));
      const [result = ""] = results;
      if (model.artifactType === "text") expect(result).toMatch(/^A simulated answer to: /);
      else
        expect((await fetch(result)).headers.get("content-type")).toContain(
          { model: "model/gltf", lora: "octet-stream" }[model.artifactType as string] ?? model.artifactType,
        );
    }
  });

  const requestFor = async (modelId: string, inputs: Record<string, unknown>) => {
    const model = simulatedModels.find((each) => each.modelId === modelId);
    if (!model) throw new Error(modelId);
    return submissionOf(await generatorOf(model), inputs, { addressOf }).request;
  };
  const [one, two] = ["0192aaaa-0000-7000-8000-000000000001", "0192aaaa-0000-7000-8000-000000000002"] as const;

  it("puts files back into the objects that they came from", async () => {
    expect(await requestFor("fal-ai/samples/references", { prompt: "x", references: [one, two] })).toEqual({
      prompt: "x",
      references: [{ image_url: addressOf(one) }, { image_url: addressOf(two) }],
    });
    const base = { prompt: "x", base_image_url: one };
    const sent = { prompt: "x", base: { image_url: addressOf(one), strength: 0.8 } };
    expect(await requestFor("fal-ai/samples/adapter", base)).toEqual(sent);
    expect(await requestFor("fal-ai/samples/adapter", { ...base, style_adapter_style_image_url: two, style_adapter_mode: "color" })).toEqual({
      ...sent,
      style_adapter: { style_image_url: addressOf(two), mode: "color" },
    });
    await expect(requestFor("fal-ai/samples/adapter", { ...base, style_adapter_weight: 0.4 })).rejects.toThrow(
      /needs “Style adapter style image”, “Style adapter mode”/,
    );
  });

  it("is sent under the provider's own names, with its own defaults", async () => {
    expect(await requestFor("samples/upscaler", { image: one, guidance_scale: 3 })).toEqual({
      image: addressOf(one),
      scale: 4,
      face_enhance: false,
      guidanceScale: 3,
    });
    expect(await requestFor("fal-ai/flux/dev", { prompt: "x", image_size: { width: 640, height: 480 } })).toMatchObject({
      image_size: { width: 640, height: 480 },
      num_inference_steps: 28,
    });
    expect(await requestFor("fal-ai/samples/text-to-video", { prompt: "x" })).toMatchObject({ duration: "auto" });
  });

  it.each([
    ["fal", "fal-ai/samples/edit", { prompt: "a fox" }],
    ["fal", "fal-ai/samples/edit", { prompt: "a fox", image_urls: ["https://files.example/a.png"], aspect_ratio: "2:1" }],
    ["fal", "fal-ai/flux/dev", { prompt: "a fox", image_size: { width: 0, height: 5 } }],
    ["fal", "fal-ai/samples/palette", { prompt: "a fox", color_palette: { members: [{ rgb: { r: 300 } }] } }],
    ["replicate", "samples/fast-image", { prompt: "a fox", num_outputs: 9 }],
    ["replicate", "samples/whisper", { audio: 7 }],
  ])("that %s's schema of %s refuses is refused by the simulator, too: %j", async (name, endpoint, request) => {
    const before = bench.accepted().length;
    const submission = { ...submissionOf(await generatorOf(simulatedModels[0] as SimulatedModel), { prompt: "x" }), endpoint, request };
    expect(await reasonOf(providerOf(name).start(access, submission))).toBe("provider.bad_input");
    expect(bench.accepted()).toHaveLength(before);
  });
});

describe("what a form shows and a price counts", () => {
  const schemaOf = async (modelId: string) => {
    const generator = await generatorOf(simulatedModels.find((each) => each.modelId === modelId) as SimulatedModel);
    return (inputSchemaOf(generator) as { properties: Record<string, Record<string, unknown>> }).properties;
  };

  it("writes titles in words, long texts in several lines, and what is rarely touched last", async () => {
    const video = await schemaOf("fal-ai/samples/image-to-video");
    expect(video.prompt).toMatchObject({ title: "Prompt", format: "textarea" });
    expect(video.tail_image_url).toMatchObject({ title: "Tail image", anyOf: [{ $ref: "#/$defs/ImageArtifact" }, { type: "null" }] });
    expect(video.cfg_scale).toMatchObject({ group: "advanced", title: "Guidance", minimum: 0, maximum: 1, default: 0.5 });
    expect(Object.keys(await schemaOf("fal-ai/flux/dev"))[0]).toBe("prompt");
    expect((await schemaOf("samples/film")).seed).toMatchObject({ isSeed: true });
    expect((await schemaOf("fal-ai/samples/palette")).color_palette).toMatchObject({ anyOf: [{ properties: { members: {} } }, { type: "null" }] });
  });

  const priced = async (
    modelId: string,
    per: "request" | "image" | "megapixel" | "second" | "character",
    inputs: Record<string, unknown>,
    seconds = 3,
  ) => {
    const mapped = await mappedOf(simulatedModels.find((each) => each.modelId === modelId) as SimulatedModel);
    return mapped.generator({ price: { usd: 2, per } }).costUsd(inputs, { seconds: () => seconds });
  };

  it("counts images, megapixels, seconds asked for, seconds of what goes in, and characters", async () => {
    expect(await priced("fal-ai/flux/dev", "request", { num_images: 3 })).toBe(2);
    expect(await priced("fal-ai/flux/dev", "image", { num_images: 3 })).toBe(6);
    expect(await priced("fal-ai/flux/dev", "megapixel", { num_images: 2, image_size: { width: 2000, height: 1000 } })).toBe(8);
    expect(await priced("fal-ai/samples/image-to-video", "second", { duration: "10" })).toBe(20);
    expect(await priced("fal-ai/samples/lipsync", "second", { video_url: "a", audio_url: "b" }, 7)).toBe(14);
    expect(await priced("fal-ai/samples/speech", "character", { text: "12345" })).toBe(10);
  });

  it("takes the provider's price where it can be counted, and no other unit than those", async () => {
    const priceOf = async (modelId: string) => (await mappedOf(simulatedModels.find((each) => each.modelId === modelId) as SimulatedModel)).price;
    expect(await priceOf("fal-ai/flux/dev")).toEqual({ usd: 0.025, per: "megapixel" });
    expect(await priceOf("fal-ai/samples/lipsync")).toEqual({ usd: 0.05, per: "second" });
    expect(await priceOf("someone/samples/undeclared")).toBeNull();
    await expect(priced("fal-ai/samples/mesh", "second", {})).rejects.toThrow(/can't be priced per second\. Choose request/);
  });
});
