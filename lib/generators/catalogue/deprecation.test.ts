import { afterEach, expect, it } from "vitest";
import { now, setClock } from "@/lib/platform/clock";
import { deprecationOf } from "./deprecation";
import { findGenerator, generators } from "./registry";

const stopped = now();
afterEach(() => setClock(() => stopped));
const at = (day: string) => setClock(() => new Date(`${day}T12:00:00Z`));
const of = (name: string) => {
  const generator = findGenerator(name);
  return generator ? deprecationOf(generator) : undefined;
};

it("knows the end of these, by day", () => {
  const known = generators.flatMap((generator) => {
    const facts = deprecationOf(generator);
    return facts ? [[generator.name, facts.endsOn]] : [];
  });
  expect(Object.fromEntries(known)).toEqual({
    "openai-dall-e-3": "2026-05-12",
    "fal-sora-2-text-to-video": "2026-09-24",
    "fal-sora-2-text-to-video-pro": "2026-09-24",
    "fal-sora2-image-to-video": "2026-09-24",
    "fal-sora-2-image-to-video-pro": "2026-09-24",
    "google-veo-3-1": "2026-10-22",
    "google-veo-3-1-fast": "2026-10-22",
    "fal-imagen4-preview": "2026-08-17",
    "fal-imagen4-preview-fast": "2026-08-17",
    "fal-imagen4-ultra": "2026-08-17",
    "fal-gpt-image-1-edit-image": "2026-10-23",
    "openai-gpt-image-1-5": "2026-12-01",
    "openai-gpt-image-1-5-edit": "2026-12-01",
    "fal-gpt-image-1-5": "2026-12-01",
    "fal-gpt-image-15-edit": "2026-12-01",
    "fal-gpt-image-1-mini": "2026-12-01",
    "openai-gpt-5-mini": "2026-12-11",
    "openai-gpt-4o-mini-tts": "2027-01-06",
    "openai-gpt-4o-transcribe": "2027-02-26",
    "openai-whisper": "2027-02-26",
    "fal-reve-text-to-image": null,
    "fal-reve-edit": null,
    "fal-kolors-virtual-try-on": null,
    "fal-qwen-image-2-pro-edit": null,
    "fal-qwen-image-lora-training": null,
    "fal-nano-banana": null,
    "fal-nano-banana-edit": null,
    "fal-nano-banana-2": null,
    "fal-nano-banana-2-edit": null,
    "fal-gemini-25-flash-image": null,
    "fal-gemini-25-flash-image-edit": null,
    "fal-veo3": null,
    "fal-creatify-lipsync": null,
    "fal-chatterbox-tts-turbo": null,
    "beatoven-music-generation": null,
    "fal-beatoven-sound-effect-generation": null,
  });
});

it("names a successor of the same kind that is not ended itself", () => {
  for (const generator of generators) {
    const facts = deprecationOf(generator);
    if (!facts) continue;
    const successor = findGenerator(facts.successor ?? "");
    expect(successor, generator.name).toBeDefined();
    expect(successor?.artifactType, generator.name).toBe(generator.artifactType);
    expect(successor && deprecationOf(successor), generator.name).toBeNull();
  }
});

it("begins the day in UTC, and says what is known", () => {
  at("2026-11-30");
  expect(of("openai-gpt-image-1-5")).toMatchObject({
    hasEnded: false,
    sentence: "Will be discontinued on 1 December 2026. Use GPT Image 2.6 Flare instead",
  });
  at("2026-12-01");
  expect(of("openai-gpt-image-1-5")).toMatchObject({ hasEnded: true, sentence: "Discontinued on 1 December 2026. Use GPT Image 2.6 Flare instead" });
  expect(of("fal-reve-edit")).toMatchObject({
    hasEnded: false,
    sentence: "It may be gone: fal no longer lists this model (read 26 November 2026). Use Nano Banana 2.1 Edit (fal) instead",
  });
  expect(of("fal-flux-2")).toBeNull();
});
