import { beforeAll, describe, expect, it } from "vitest";
import type { ProviderFile, Submission } from "@/lib/generators/contract/provider";
import { access, fileOf, generatorOf, openBench, outputsOf, reasonOf, submissionOf, successOf } from "@/lib/generators/testing/driver-bench";
import { elevenlabs } from "./provider";

const recording = "0192aaaa-0000-7000-8000-000000000001";
const bench = openBench();
let files: Map<string, ProviderFile>;
beforeAll(async () => {
  files = new Map([[recording, await fileOf("sound.wav", "audio/wav", "RIFF")]]);
});

/** What Boards would send for these inputs, by the model's own declaration. */
function asked(name: string, raw: Record<string, unknown>) {
  const generator = generatorOf(name);
  return { generator, submission: submissionOf(generator, raw, { files }) };
}

const speech = () => asked("elevenlabs-eleven-v3", { text: "Hello there" }).submission;
const song = () => asked("elevenlabs-music-v2-5", { prompt: "a waltz" }).submission;
const changed = () => asked("elevenlabs-voice-changer", { audio: recording }).submission;
const start = (submission: Submission) => elevenlabs.start(access, submission);
const made = async (submission: Submission) => successOf((await start(submission)).status);
const lastRequest = () => bench.lastJob().request;

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
    expect(bench.simulator.book.jobs.has(started.externalJobId)).toBe(true);
    const { usage } = successOf(started.status);
    const [url = ""] = outputsOf(started.status, generator);
    expect(url).toMatch(/^data:audio\/mpeg;base64,UklGR/);
    const billed = usage && generator.billedUsd?.(usage);
    if (billedUsd === undefined) expect(billed).toBeUndefined();
    else expect(billed).toBeCloseTo(billedUsd, 8);
  });

  it("writes down who says what, and bills the seconds heard", async () => {
    const { generator, submission } = asked("elevenlabs-scribe-v2", { audio: recording });
    const transcript = await made(submission);
    const { usage } = transcript;
    expect(outputsOf(transcript, generator)).toEqual(["Speaker 1: Is this a simulated ear?\nSpeaker 2: It is, and it hears well."]);
    expect(usage).toEqual({ audio_duration_secs: 90 });
    expect(generator.billedUsd?.(usage ?? {})).toBeCloseTo(1.5 * (0.22 / 60), 8);
    const plain = await made(asked("elevenlabs-scribe-v2", { audio: recording, diarize: false }).submission);
    expect(outputsOf(plain, { output: "text" })).toEqual(["Is this a simulated ear? It is, and it hears well."]);
  });

  it("keeps what was counted even where no price is published", async () => {
    const { submission } = asked("elevenlabs-sound-effects-v2", { text: "rain", duration_seconds: 2 });
    expect((await made(submission)).usage).toEqual({ character_cost: 22 });
    expect(await made(song())).not.toHaveProperty("usage");
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
  it("a transcript that breaks off is an outcome unknown", async () => {
    bench.simulator.faults.add({ kind: "malformed", on: "submit" });
    expect(await reasonOf(start(asked("elevenlabs-scribe-v2", { audio: recording }).submission))).toBe("provider.outcome_unknown");
  });

  it("says what is wrong with the inputs in ElevenLabs' words", async () => {
    bench.simulator.faults.add({ kind: "bad-input", on: "submit" });
    await expect(start(speech())).rejects.toThrow(/: This prompt is not accepted$/);
    const { text: _, ...request } = speech().request;
    expect(await reasonOf(start({ ...speech(), request }))).toBe("provider.bad_input");
    const withoutFile = { ...changed(), request: { voice_id: "someone" } };
    expect(await reasonOf(start(withoutFile))).toBe("provider.bad_input");
  });

  it("gives up on a sound without end", async () => {
    bench.simulator.faults.add({ kind: "huge", on: "submit" });
    expect((await start(speech())).status).toMatchObject({ state: "failed", reason: "provider.result_invalid" });
  });

  it("knows no other operation", async () => {
    expect(await reasonOf(start({ ...speech(), endpoint: "dubbing" }))).toBe("provider.bad_input");
  });
});
