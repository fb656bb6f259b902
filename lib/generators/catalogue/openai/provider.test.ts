import { beforeAll, expect, it } from "vitest";
import type { ArtifactType, Json } from "@/lib/generators/contract/define-generator";
import type { ProviderFile } from "@/lib/generators/contract/provider";
import { access, fileOf, generatorOf, openBench, outputsOf, plainSubmission, providerOf, submissionOf } from "@/lib/generators/testing/driver-bench";

const bench = openBench();
const openai = providerOf("openai");
let files: Map<string, ProviderFile>;
beforeAll(async () => {
  files = new Map([["one", await fileOf("sound.wav", "audio/wav", "RIFF")]]);
});

const made = async (endpoint: string, artifactType: ArtifactType, request: Record<string, Json>, output: string) => {
  const { status } = await openai.start(access, plainSubmission(endpoint, artifactType, request, files));
  return outputsOf(status, { output });
};

it("makes, edits, speaks, listens and writes", async () => {
  expect(await made("images.generate", "image", { prompt: "a fox", model: "gpt-image-1.5", n: 2 }, "data[].url")).toHaveLength(2);
  const [edited] = await made("images.edit", "image", { prompt: "a hat", model: "gpt-image-1.5", image: ["one"] }, "data[].url");
  expect(edited).toMatch(/^data:image\/png;base64,/);
  const [spoken] = await made("audio.speech", "audio", { input: "hello", model: "gpt-4o-mini-tts", voice: "coral" }, "audio.url");
  expect(spoken).toMatch(/^data:audio\/wav/);
  const heard = await made("audio.transcriptions", "text", { file: "one", model: "whisper-1" }, "text");
  expect(heard).toEqual(["This is what a simulated ear has heard."]);
  const [written] = await made("chat.completions", "text", { model: "gpt-5-mini", messages: [{ role: "user", content: "hi" }] }, "text");
  expect(written).toContain("hi");
});

it("asks about images within the conversation", async () => {
  const generator = generatorOf("openai-gpt-6-luna");
  const id = "0192aaaa-0000-7000-8000-000000000001";
  const image = await fileOf("fox.png", "image/png", "a fox");
  const inputs = { prompt: "What is this?", images: [id], instructions: "Be short." };
  await openai.start(access, submissionOf(generator, inputs, { files: new Map([[id, image]]) }));
  expect(bench.lastJob().request).toMatchObject({
    model: "gpt-6-luna",
    reasoning_effort: "medium",
    messages: [
      { role: "system", content: "Be short." },
      {
        role: "user",
        content: [
          { type: "image_url", image_url: { url: `data:image/png;base64,${Buffer.from("a fox").toString("base64")}` } },
          { type: "text", text: "What is this?" },
        ],
      },
    ],
  });
});
