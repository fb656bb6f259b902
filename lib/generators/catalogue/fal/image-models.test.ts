import { describe, expect, it } from "vitest";
import { buildRequest } from "@/lib/generators/contract/build-request";
import { defaultSubmit } from "@/lib/generators/contract/default-submit";
import type { DeclarativeGenerator, Generator } from "@/lib/generators/contract/define-generator";
import { parseInputs } from "@/lib/generators/contract/parse-inputs";
import { findGenerator } from "../registry";

const named = (name: string) => findGenerator(name) as DeclarativeGenerator;
const parsed = (name: string, inputs: Record<string, unknown>) =>
  parseInputs(named(name) as Generator, { ...defaultSubmit(named(name) as Generator), ...inputs });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `0192aaaa-0000-7000-8000-00000000000${index}`);

it.each([
  ["fal-flux-3", { resolution: "1k" }, 0.048],
  ["fal-flux-3", { resolution: "4k" }, 0.607],
  ["fal-nano-banana-2-1", { resolution: "2K", num_images: 2 }, 0.118],
  ["fal-nano-banana-2-1-edit", { image_urls: ids(2) }, 0.044],
  ["fal-seedream-v5-pro", {}, 0.135],
  ["fal-seedream-v5-pro-edit", { image_size: "auto_1K", image_urls: ids(3) }, 0.0765],
  ["fal-qwen-image-3", {}, 0.04],
  ["fal-qwen-image-3", { image_size: { width: 2048, height: 2048 } }, 0.075],
  ["fal-grok-imagine-image-2-edit", { resolution: "2k", image_urls: ids(2) }, 0.1],
  ["fal-ideogram-v4-5", { quality: "high", num_images: 2 }, 0.44],
  ["fal-gpt-image-2", { image_size: "square_hd", quality: "low" }, 0.006],
  ["fal-gpt-image-2-5-flare", { image_size: { width: 2048, height: 2048 } }, 0.2108],
])("%s with %j costs $%d", (name, inputs, usd) => {
  const result = parsed(name, inputs);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.costUsd).toBeCloseTo(usd, 6);
});

describe("the size of GPT Image 2", () => {
  it.each([
    ["sides in steps of 16", { width: 1000, height: 1024 }],
    ["no more than 8.3 megapixels", { width: 3840, height: 3840 }],
    ["no less than 0.66 megapixels", { width: 512, height: 512 }],
    ["no side longer than three times the other", { width: 3840, height: 1024 }],
    ["no side over 3840", { width: 4096, height: 2000 }],
  ])("has %s", (_rule, image_size) => {
    for (const name of ["fal-gpt-image-2", "fal-gpt-image-2-5-sunburst-edit"]) {
      const result = parsed(name, { image_size });
      if (result.ok) throw new Error("was taken");
      expect(result.problems[0]?.field).toMatch(/^image_size/);
    }
  });

  it("may be any within these, and is sent as it is", () => {
    const result = parsed("fal-gpt-image-2", { image_size: { width: 1536, height: 640 } });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(buildRequest(named("fal-gpt-image-2"), result.inputs, (id) => id)).toMatchObject({ image_size: { width: 1536, height: 640 } });
  });
});

it("sends a LoRA of ours as the list that fal takes", () => {
  for (const name of ["fal-flux-lora", "fal-flux-2-lora", "fal-qwen-image-2512-lora"]) {
    const result = parsed(name, { lora: ids(1)[0], scale: 0.5 });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const request = buildRequest(named(name), result.inputs, (id) => `https://files.example/${id}`);
    expect(request).toMatchObject({ loras: [{ path: `https://files.example/${ids(1)[0]}`, scale: 0.5 }] });
    expect(request).not.toHaveProperty("lora");
  }
});
