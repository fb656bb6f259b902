import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BoardsError } from "@/lib/errors";
import type { FaultKind } from "@/lib/testing/simulators/faults";
import { type Simulator, startSimulator } from "@/lib/testing/simulators/simulator";
import { buildRequest } from "../build-request";
import type { DeclarativeGenerator } from "../define-generator";
import { parseInputs } from "../parse-inputs";
import type { ProviderFile, StartedJob, Submission } from "../provider";
import { readPath } from "../read-path";
import * as models from "./models";
import { elevenlabs } from "./provider";

const recording = "0192aaaa-0000-7000-8000-000000000001";
const access = { apiKey: "simulated-key", baseUrl: "", webhookSecret: "" };
let simulator: Simulator;
let file: ProviderFile;

beforeAll(async () => {
  simulator = await startSimulator();
  process.env.BOARDS_SIMULATOR_URL = simulator.url;
  process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1/nothing";
  process.env.BOARDS_STORAGE_SIGNING_KEY ??= "test-signing-key-test-signing-key";
  process.env.BOARDS_LOCAL = "1";
  const path = join(await mkdtemp(join(tmpdir(), "boards-elevenlabs-")), "sound.wav");
  await writeFile(path, "RIFF");
  file = { path, mimeType: "audio/wav", filename: "sound.wav", durationSeconds: 1 };
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.faults.clear());

/** What Boards would send for these inputs, by the model's own declaration. */
function asked(name: string, raw: Record<string, unknown>): { generator: DeclarativeGenerator; submission: Submission } {
  const generator = Object.values(models).find((each) => each.name === name) as DeclarativeGenerator | undefined;
  if (!generator) throw new Error(`no model ${name}`);
  const parsed = parseInputs(generator, raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const request = buildRequest(generator, parsed.inputs, (id) => id);
  const { artifactType } = generator;
  const endpoint = String(generator.endpoint);
  return {
    generator,
    submission: { jobId: crypto.randomUUID(), endpoint, artifactType, request, files: new Map([[recording, file]]), webhookUrl: null },
  };
}

const speech = () => asked("elevenlabs-eleven-v3", { text: "Hello there" }).submission;
const song = () => asked("elevenlabs-music-v2-5", { prompt: "a waltz" }).submission;
const changed = () => asked("elevenlabs-voice-changer", { audio: recording }).submission;
const start = (submission: Submission, apiKey = access.apiKey) => elevenlabs.start({ ...access, apiKey }, submission);
const lastRequest = () => [...simulator.book.jobs.values()].at(-1)?.request;

function successOf({ status }: StartedJob) {
  if (status?.state !== "succeeded") throw new Error(JSON.stringify(status));
  return status;
}

const errorOf = (work: Promise<unknown>) =>
  work.then(
    (value) => value as never,
    (error) => (error instanceof BoardsError ? { reason: error.reason, message: error.message } : { reason: String(error), message: "" }),
  );

describe("what each operation makes and costs", () => {
  it.each([
    ["elevenlabs-eleven-v3", { text: "Hello there" }, 11 * 0.00008],
    ["elevenlabs-eleven-multilingual-v2", { text: "Hello there" }, 11 * 0.00008],
    ["elevenlabs-eleven-flash-v2-5", { text: "Hello there" }, 6 * 0.00008],
    [
      "elevenlabs-text-to-dialogue",
      {
        inputs: [
          { text: "Hello", voice: "one" },
          { text: "there", voice: "two" },
        ],
      },
      11 * 0.00008,
    ],
    ["elevenlabs-sound-effects-v2", { text: "rain" }, undefined],
    ["elevenlabs-music-v2-5", { prompt: "a waltz" }, undefined],
    ["elevenlabs-voice-changer", { audio: recording }, undefined],
    ["elevenlabs-voice-isolator", { audio: recording }, undefined],
  ] as const)("%s gives a sound", async (name, raw, billedUsd) => {
    const { generator, submission } = asked(name, raw);
    const started = await start(submission);
    expect(simulator.book.jobs.has(started.externalJobId)).toBe(true);
    const { result, usage } = successOf(started);
    const [url = ""] = readPath(result, generator.output);
    expect(url).toMatch(/^data:audio\/mpeg;base64,UklGR/);
    const billed = usage && generator.billedUsd?.(usage);
    if (billedUsd === undefined) expect(billed).toBeUndefined();
    else expect(billed).toBeCloseTo(billedUsd, 8);
  });

  it("writes down who says what, and bills the seconds heard", async () => {
    const { generator, submission } = asked("elevenlabs-scribe-v2", { audio: recording });
    const { result, usage } = successOf(await start(submission));
    expect(readPath(result, generator.output)).toEqual(["Speaker 1: Is this a simulated ear?\nSpeaker 2: It is, and it hears well."]);
    expect(usage).toEqual({ audio_duration_secs: 90 });
    expect(generator.billedUsd?.(usage ?? {})).toBeCloseTo(1.5 * (0.22 / 60), 8);
    const plain = successOf(await start(asked("elevenlabs-scribe-v2", { audio: recording, diarize: false }).submission));
    expect(readPath(plain.result, "text")).toEqual(["Is this a simulated ear? It is, and it hears well."]);
  });

  it("keeps what was counted even where no price is published", async () => {
    const { submission } = asked("elevenlabs-sound-effects-v2", { text: "rain", duration_seconds: 2 });
    expect(successOf(await start(submission)).usage).toEqual({ character_cost: 22 });
    expect(successOf(await start(song()))).not.toHaveProperty("usage");
  });
});

describe("what is sent", () => {
  it("names fields as ElevenLabs does, with the voice in the address", async () => {
    await start(asked("elevenlabs-eleven-multilingual-v2", { text: "Hello", voice: "someone", speed: 1.1, seed: 7, next_text: "Bye" }).submission);
    expect(lastRequest()).toMatchObject({
      voice_id: "someone",
      model_id: "eleven_multilingual_v2",
      text: "Hello",
      next_text: "Bye",
      seed: 7,
      voice_settings: { speed: 1.1, stability: 0.5, similarity_boost: 0.75, style: 0 },
    });
  });

  it("sends lines with their voices, and files as files", async () => {
    await start(asked("elevenlabs-text-to-dialogue", { inputs: [{ text: "Hello", voice: "one" }] }).submission);
    expect(lastRequest()).toMatchObject({ inputs: [{ text: "Hello", voice_id: "one" }], settings: { stability: 0.5 } });
    await start(changed());
    expect(lastRequest()).toMatchObject({ audio: "audio/wav, 4 bytes", model_id: "eleven_multilingual_sts_v2" });
    await start(asked("elevenlabs-scribe-v2", { audio: recording }).submission);
    expect(lastRequest()).toMatchObject({ file: "audio/wav, 4 bytes", model_id: "scribe_v2", diarize: "true", tag_audio_events: "true" });
    await start(song());
    expect(lastRequest()).toMatchObject({ prompt: "a waltz", music_length_ms: 30_000, force_instrumental: false, model_id: "music_v2_5" });
  });
});

describe("what goes wrong", () => {
  const troubles: [FaultKind, string, number][] = [
    ["rate-limit", "provider.rate_limited", 0],
    ["error-503", "provider.unavailable", 0],
    ["error-500", "provider.outcome_unknown", 0],
    ["drop-before", "provider.outcome_unknown", 0],
    ["drop-after", "provider.outcome_unknown", 1],
    ["malformed", "provider.outcome_unknown", 1],
    ["fail", "provider.outcome_unknown", 1],
    ["wrong-type", "provider.outcome_unknown", 1],
    ["bad-input", "provider.bad_input", 0],
    ["refuse", "provider.content_refused", 0],
  ];

  it.each(
    troubles.flatMap(([kind, reason, accepted]) => [
      ["speech", kind, reason, accepted, speech] as const,
      ["music", kind, reason, accepted, song] as const,
      ["a form", kind, reason, accepted, changed] as const,
    ]),
  )("%s: %s is told as %s, and calls once", async (_what, kind, reason, accepted, submission) => {
    const before = simulator.book.jobs.size;
    simulator.faults.add({ kind, on: "submit" });
    expect(await errorOf(start(submission()))).toMatchObject({ reason });
    expect(simulator.book.jobs.size - before).toBe(accepted);
  });

  it("a transcript that breaks off is an outcome unknown", async () => {
    simulator.faults.add({ kind: "malformed", on: "submit" });
    const { submission } = asked("elevenlabs-scribe-v2", { audio: recording });
    expect(await errorOf(start(submission))).toMatchObject({ reason: "provider.outcome_unknown" });
  });

  it("tells a wrong key from an account without credit", async () => {
    expect(await errorOf(start(speech(), "wrong"))).toMatchObject({ reason: "provider.not_configured", message: expect.stringContaining("key") });
    expect(await errorOf(start(speech(), "empty"))).toMatchObject({
      reason: "provider.not_configured",
      message: "The account at the provider has no credit left",
    });
  });

  it("says what is wrong with the inputs in ElevenLabs' words", async () => {
    simulator.faults.add({ kind: "bad-input", on: "submit" });
    expect(await errorOf(start(speech()))).toMatchObject({ message: expect.stringMatching(/: This prompt is not accepted$/) });
    const { text: _, ...request } = speech().request;
    expect(await errorOf(start({ ...speech(), request }))).toMatchObject({ reason: "provider.bad_input" });
    const withoutFile = { ...changed(), request: { voiceId: "someone" } };
    expect(await errorOf(start(withoutFile))).toMatchObject({ reason: "provider.bad_input" });
  });

  it("gives up on a sound without end, and on none at all", async () => {
    simulator.faults.add({ kind: "huge", on: "submit" });
    expect((await start(speech())).status).toMatchObject({ state: "failed", reason: "provider.result_invalid" });
    simulator.faults.add({ kind: "no-output", on: "submit" });
    expect(readPath(successOf(await start(speech())).result, "audio.url")).toEqual([]);
  });

  it("knows no other operation, no job to ask for and nothing to cancel", async () => {
    const handle = { externalJobId: "x", endpoint: "music" };
    expect(await errorOf(start({ ...speech(), endpoint: "dubbing" }))).toMatchObject({ reason: "provider.bad_input" });
    expect(await errorOf(elevenlabs.status(access, handle))).toMatchObject({ reason: "provider.outcome_unknown" });
    expect(await elevenlabs.cancel(access, handle)).toBe(false);
  });
});
