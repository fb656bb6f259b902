import { beforeAll, expect, it } from "vitest";
import { simulatedCredits } from "@/lib/generators/catalogue/kie/testing/simulator";
import type { Json } from "../contract/define-generator";
import type { ProviderFile } from "../contract/provider";
import { access, fileOf, generatorOf, openBench, plainSubmission, providerOf, successOf } from "../testing/driver-bench";

openBench();
let files: Map<string, ProviderFile>;
beforeAll(async () => {
  files = new Map([["one", await fileOf("sound.wav", "audio/wav", "RIFF")]]);
});

/** What a job of this generator was charged with, worked out as record-status does. */
async function charged(name: string, request: Record<string, Json>): Promise<number | undefined> {
  const generator = generatorOf(name);
  const provider = providerOf(generator.provider);
  const endpoint = typeof generator.endpoint === "string" ? generator.endpoint : generator.endpoint({} as never);
  const { externalJobId, status } = await provider.start(access, plainSubmission(endpoint, generator.artifactType, request, files));
  const { billedUsd, usage } = successOf(status ?? (await provider.status(access, { externalJobId, endpoint })));
  return billedUsd ?? (usage && generator.billedUsd?.(usage));
}

it.each([
  ["openai-gpt-image-1-5", { prompt: "a fox", model: "gpt-image-1.5", n: 2 }, (20 * 5 + 2000 * 32) / 1e6],
  ["openai-gpt-image-1-5-edit", { prompt: "a hat", model: "gpt-image-1.5", image: ["one"] }, (20 * 5 + 1000 * 32) / 1e6],
  ["openai-gpt-4o-transcribe", { file: "one", model: "gpt-4o-transcribe" }, (50 * 2.5 + 10 * 10) / 1e6],
  ["openai-whisper", { file: "one", model: "whisper-1" }, 1.5 * 0.006],
  ["openai-gpt-6-1-terra", { model: "gpt-6.1-terra", messages: [{ role: "user", content: "hi" }] }, (6 + 4 * 0.05 + 20 * 5) / 1e6],
  ["openai-gpt-5-mini", { model: "gpt-5-mini", messages: [{ role: "user", content: "hi" }] }, (6 * 0.25 + 4 * 0.025 + 20 * 2) / 1e6],
  ["replicate-flux-pro", { prompt: "a fox" }, 0.04],
  ["replicate-veo-3-1", { prompt: "a fox", duration: 8 }, 3.2],
  ["replicate-veo-3-1", { prompt: "a fox", duration: 4, generate_audio: false }, 0.8],
  ["replicate-lipsync", { face: "one", audio: "one" }, 4 * 0.000225],
  ["kie-nano-banana-edit", { prompt: "a fox", image_urls: ["one"] }, simulatedCredits * 0.005],
] as const)("%s with %j is charged with what was counted", async (name, request, usd) => {
  expect(await charged(name, request as unknown as Record<string, Json>)).toBeCloseTo(usd, 9);
});

it.each([
  ["openai-gpt-4o-mini-tts", { input: "hello", model: "gpt-4o-mini-tts", voice: "coral" }],
  ["kie-veo3", { prompt: "a fox" }],
  ["replicate-nano-banana-pro", { prompt: "a fox" }],
] as const)("%s does not tell, and the estimate stays", async (name, request) => {
  expect(await charged(name, request)).toBeUndefined();
});

it("counts images given and text made at their own prices, and says nothing where a count is missing", () => {
  const { billedUsd } = generatorOf("openai-gpt-image-1-5-edit");
  const usage = {
    input_tokens: 300,
    "input_tokens_details.image_tokens": 200,
    "input_tokens_details.text_tokens": 100,
    output_tokens: 1100,
    "output_tokens_details.text_tokens": 100,
  };
  expect(billedUsd?.(usage)).toBeCloseTo((100 * 5 + 200 * 8 + 1000 * 32 + 100 * 10) / 1e6, 12);
  expect(billedUsd?.({ input_tokens: 300 })).toBeUndefined();
});
