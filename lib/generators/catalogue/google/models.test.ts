import { describe, expect, it, onTestFinished } from "vitest";
import { parseInputs } from "@/lib/generators/contract/parse-inputs";
import { generatorOf, outputsOf, successOf } from "@/lib/generators/testing/driver-bench";
import { now, setClock } from "@/lib/platform/clock";
import { readContent } from "./answers";
import { introductory } from "./prices";
import { base64Of, film, first, last, openGoogle, sound, within } from "./testing/open-google";

const { start, statusOf, lastSent } = openGoogle();

describe("what works within the call", () => {
  it("makes an image, and sends ratio, size and images as Gemini takes them", async () => {
    const inputs = { prompt: "a fox", images: [first, last], aspect_ratio: "4:1", resolution: "2K" };
    const { status } = await start("google-nano-banana-2-1", inputs);
    const [url, ...others] = outputsOf(status, generatorOf("google-nano-banana-2-1"));
    expect(others).toEqual([]);
    expect(
      Buffer.from(url?.replace("data:image/png;base64,", "") ?? "", "base64")
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    expect(lastSent()).toEqual({
      contents: [
        {
          role: "user",
          parts: [
            { inlineData: { mimeType: "image/png", data: base64Of(first) } },
            { inlineData: { mimeType: "image/jpeg", data: base64Of(last) } },
            { text: "a fox" },
          ],
        },
      ],
      generationConfig: {
        responseModalities: ["IMAGE"],
        imageConfig: { aspectRatio: "4:1", imageSize: "2K" },
        thinkingConfig: { thinkingLevel: "medium" },
      },
      store: false,
    });
  });

  it("leaves the shape to the model when nothing is asked for", async () => {
    await start("google-nano-banana-pro");
    expect(lastSent().generationConfig).toEqual({ responseModalities: ["IMAGE"], imageConfig: { imageSize: "1K" } });
  });

  it("answers in words, about images and films, under instructions", async () => {
    const inputs = { prompt: "What is this?", images: [first], video: film, instructions: "Be short." };
    const { status } = await start("google-gemini-3-8-flash", inputs);
    expect(outputsOf(status, generatorOf("google-gemini-3-8-flash"))).toEqual(["A simulated answer to: What is this?"]);
    const { contents, systemInstruction } = lastSent();
    expect(JSON.stringify(systemInstruction)).toContain("Be short.");
    expect(JSON.stringify(contents)).toContain(base64Of(film));
  });

  it("speaks, with the manner beside the words", async () => {
    const { status } = await start("google-gemini-3-8-flash-tts", { text: "Good day", voice: "Leda", instructions: "cheerful" });
    expect(outputsOf(status, generatorOf("google-gemini-3-8-flash-tts"))[0]).toMatch(/^data:audio\/wav;base64,UklGR/);
    expect(lastSent()).toMatchObject({
      contents: [{ role: "user", parts: [{ text: "Good day", speechMetadata: { style: "cheerful" } }] }],
      generationConfig: { responseModalities: ["AUDIO"], speechConfig: { voiceConfig: { voice: "Leda" } } },
    });
  });

  it("transcribes, with words to expect", async () => {
    const inputs = { audio_source: sound, mode: "SMART", language: "de-CH", vocabulary: "Rütli, Tell" };
    const { status } = await start("google-gemini-3-5-transcribe", inputs);
    expect(outputsOf(status, generatorOf("google-gemini-3-5-transcribe"))).toHaveLength(1);
    expect(lastSent()).toMatchObject({
      contents: [{ role: "user", parts: [{ inlineData: { mimeType: "audio/mpeg", data: base64Of(sound) } }] }],
      generationConfig: { audioTranscriptionConfig: { mode: "SMART", languageCodes: ["de-CH"], customVocabulary: ["Rütli", "Tell"] } },
    });
  });

  it("makes music", async () => {
    const { status } = await start("google-lyria-3-5", { prompt: "a slow waltz" });
    expect(outputsOf(status, generatorOf("google-lyria-3-5"))).toHaveLength(1);
  });

  it.each(within)("%s tells what was counted, and its price follows", async (name) => {
    const { usage = {} } = successOf((await start(name)).status);
    const expected: Record<string, number> = {
      "google-nano-banana-2-1": (20 * 1.5 + 100 * 7.5 + 1120 * 30) / 1e6,
      "google-gemini-3-8-flash": (20 * introductory(0.75) + 140 * introductory(3.75)) / 1e6,
      "google-gemini-3-8-flash-tts": (20 * introductory(0.5) + 420 * introductory(9)) / 1e6,
      "google-lyria-3-5": 0.08,
    };
    expect(generatorOf(name).billedUsd?.(usage)).toBeCloseTo(expected[name] ?? Number.NaN, 9);
    if (name !== "google-lyria-3-5") expect(generatorOf(name).billedUsd?.({ totalTokenCount: 5 })).toBeUndefined();
  });
});

describe("an answer of Gemini", () => {
  const answer = (candidate: object) => readContent({ candidates: [candidate] } as never);

  it("wraps bare sound as WAV, at the rate that Google tells", () => {
    const pcm = Buffer.from([1, 2, 3, 4]);
    const part = { inlineData: { mimeType: "audio/L16;codec=pcm;rate=16000", data: pcm.toString("base64") } };
    const [url = ""] = outputsOf(answer({ content: { parts: [part] }, finishReason: "STOP" }), generatorOf("google-lyria-3-5"));
    const wav = Buffer.from(url.replace("data:audio/wav;base64,", ""), "base64");
    expect([wav.toString("latin1", 0, 4), wav.toString("latin1", 8, 16), wav.readUInt32LE(4)]).toEqual(["RIFF", "WAVEfmt ", 40]);
    expect([wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt32LE(28), wav.readUInt32LE(40)]).toEqual([1, 16_000, 32_000, 4]);
    expect(wav.subarray(44)).toEqual(pcm);
  });

  it("does not take a sketch on the way for the result", () => {
    const picture = (data: string, thought: boolean) => ({ inlineData: { mimeType: "image/png", data }, thought });
    const parts = [picture("c2tldGNo", true), { text: "I try it like this", thought: true }, picture("cmVzdWx0", false)];
    const status = answer({ content: { parts }, finishReason: "STOP" });
    expect(status).toMatchObject({ state: "succeeded", result: { media: [{ url: "data:image/png;base64,cmVzdWx0" }], text: "" } });
  });

  it("keeps words that were cut off for their length, and no half result of another reason", () => {
    const content = { parts: [{ text: "once" }] };
    expect(answer({ content, finishReason: "MAX_TOKENS" })).toMatchObject({ state: "succeeded", result: { text: "once" } });
    expect(answer({ content, finishReason: "SAFETY" })).toMatchObject({ state: "failed", reason: "provider.content_refused" });
    expect(answer({ finishReason: "MAX_TOKENS" })).toMatchObject({ state: "failed", reason: "provider.failed" });
  });
});

describe("Veo", () => {
  it.each([
    [{ first_frame: first, images: [last] }, "Reference images cannot be combined with a first or last frame"],
    [{ resolution: "1080p", duration: 4 }, "1080p, 4K and reference images need a duration of 8 seconds"],
  ])("does not take %j", (inputs, message) => {
    expect(parseInputs(generatorOf("google-veo-3-1"), { prompt: "a fox", ...inputs })).toMatchObject({ ok: false, problems: [{ message }] });
  });

  it("costs by the second and the size", () => {
    expect(parseInputs(generatorOf("google-veo-3-1"), { prompt: "a fox", resolution: "4k" })).toMatchObject({ costUsd: 4.8 });
  });
});

describe("Omni", () => {
  const name = "google-gemini-omni-1-1-flash";

  it("tells the roles of its images in the prompt, and runs in the background", async () => {
    await start(name, { prompt: "she turns", first_frame: first, last_frame: last, images: [first], duration: 5, resolution: "1080p" });
    const picture = (key: string, mime_type: string) => ({ type: "image", data: base64Of(key), mime_type });
    const text =
      "[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2] [# References <IMAGE_REF_0>@Image3] she turns Use Image1 as the starting frame. " +
      "Use the given images as references for video generation. The images should not be used as literal initial frames.";
    expect(lastSent()).toEqual({
      model: "gemini-omni-1.1-flash",
      input: [picture(first, "image/png"), picture(last, "image/jpeg"), picture(first, "image/png"), { type: "text", text }],
      response_format: { type: "video", aspect_ratio: "16:9", resolution: "1080p", duration: "5s", delivery: "uri" },
      generation_config: { video_config: { task: "image_to_video" } },
      background: true,
      store: true,
    });
  });

  it("sends words as they are", async () => {
    await start(name);
    expect(lastSent()).toMatchObject({
      input: [{ type: "text", text: "a fox" }],
      generation_config: { video_config: { task: "text_to_video" } },
    });
  });

  it("edits a video, which keeps its length", async () => {
    await start("google-gemini-omni-1-2-flash", { prompt: "make it snow", video: film, images: [first] });
    const references = "Use the given images as references for video generation. The images should not be used as literal initial frames.";
    expect(lastSent()).toMatchObject({
      model: "gemini-omni-1.2-flash",
      input: [
        { type: "video", data: base64Of(film), mime_type: "video/mp4" },
        { type: "image", data: base64Of(first), mime_type: "image/png" },
        { type: "text", text: `[# References <IMAGE_REF_0>@Image1] make it snow ${references}` },
      ],
      generation_config: { video_config: { task: "edit" } },
    });
    expect(lastSent().response_format).not.toHaveProperty("duration");
  });

  it("tells what was counted, and its price follows", async () => {
    const { usage = {} } = successOf(await statusOf(name, await start(name)));
    expect(generatorOf(name).billedUsd?.(usage)).toBeCloseTo((20 * 1.5 + 46_336 * 17.5) / 1e6, 9);
    expect(generatorOf(name).billedUsd?.({})).toBeUndefined();
  });
});

it("knows that introductory prices end with the year 2026", () => {
  const stopped = now();
  onTestFinished(() => setClock(() => stopped));
  const at = (moment: string) => setClock(() => new Date(moment));
  at("2026-12-31T23:00:00Z");
  expect([introductory(9), introductory(9, "2026-12-01")]).toEqual([9, 18]);
  at("2027-01-01T00:00:00Z");
  expect(introductory(9)).toBe(18);
});
