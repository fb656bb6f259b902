import { describe, expect, it } from "vitest";
import { promptTexts, type ToldResult } from "./prompt-texts";

const input = "0197c0de-0000-7000-8000-000000000001";
const result = (inputParams: Record<string, unknown>): ToldResult => ({
  id: "0198c0de-0000-7000-8000-000000000001",
  createdAt: "2026-11-20T09:00:00.000Z",
  generator: "flux-dev",
  inputParams,
  inputs: [{ id: input, role: "image", artifactType: "image" }],
  isSimulated: false,
});
const size = { width: 1024, height: 768 };
const parametersOf = (inputParams: Record<string, unknown>, of = size as { width: number | null; height: number | null }) =>
  promptTexts(result(inputParams), of).parameters;

/** As AUTOMATIC1111 reads its own last line. */
const setting = /\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)/g;

describe("parameters", () => {
  it("are written as AUTOMATIC1111 does", () => {
    const inputParams = {
      ...{ prompt: "a hill,\nat dawn", negative_prompt: "fog", seed: 7, num_inference_steps: 28, guidance_scale: 3.5, sampler_name: "Euler a" },
      ...{ strength: 0.6, checkpoint: "sd_xl.safetensors", width: 1024, height: 768 },
    };
    expect(parametersOf(inputParams)).toBe(
      "a hill,\nat dawn\nNegative prompt: fog\nSteps: 28, Sampler: Euler a, CFG scale: 3.5, Seed: 7, Model: sd_xl.safetensors, Denoising strength: 0.6, Size: 1024x768, Version: Boards",
    );
  });

  it("tell other inputs by their names, quote what would end early, and leave out what isn't a plain value", () => {
    const line = parametersOf({
      ...{ prompt: "a hill", aspect_ratio: "16:9", style: 'soft, "warm"', enhance: true, seed: null, empty: "", image: input, sizes: [1], "a:b": 1 },
    })
      ?.split("\n")
      .at(-1);
    const read = [...`${line}`.matchAll(setting)].map(([, name, value]) => [name, value?.startsWith('"') ? JSON.parse(value) : value]);
    expect(Object.fromEntries(read)).toEqual({
      ...{ Size: "1024x768", Model: "flux-dev", aspect_ratio: "16:9", style: 'soft, "warm"', enhance: "true", Version: "Boards" },
    });
  });

  it("are there without a prompt, and without a size", () => {
    expect(parametersOf({}, { width: null, height: null })).toBe("Model: flux-dev, Version: Boards");
  });
});

describe("boards", () => {
  it("is JSON of what made it, without what opens an address", () => {
    const inputParams = { prompt: "a hill\nhttps://example.com/a?token=hush", image: input };
    expect(JSON.parse(`${promptTexts(result(inputParams), size).boards}`)).toEqual({
      ...{ app: "Boards", id: "0198c0de-0000-7000-8000-000000000001", createdAt: "2026-11-20T09:00:00.000Z", generator: "flux-dev" },
      inputParams: { prompt: "a hill\nhttps://example.com/a?[secret]", image: input },
      inputs: [{ id: input, role: "image", artifactType: "image" }],
      isSimulated: false,
    });
    expect(JSON.stringify(promptTexts(result(inputParams), size))).not.toContain("hush");
  });
});
