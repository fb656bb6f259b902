import { beforeAll, expect, it } from "vitest";
import type { ArtifactType, Json } from "../define-generator";
import type { ProviderFile } from "../provider";
import { access, fileOf, openBench, outputsOf, plainSubmission, providerOf } from "../testing/driver-bench";
import { describeDriver } from "../testing/driver-contract";

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

describeDriver("openai", {
  bench,
  provider: openai,
  submission: () => plainSubmission("images.generate", "image", { prompt: "x", model: "gpt-image-1.5" }),
  failures: {},
  isWithinCall: true,
  startFaults: { refuse: ["provider.content_refused", 0] },
});
