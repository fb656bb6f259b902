import { describe, expect, it } from "vitest";
import { defaultSubmit } from "@/lib/generators/contract/default-submit";
import type { DeclarativeGenerator } from "@/lib/generators/contract/define-generator";
import { parseInputs } from "@/lib/generators/contract/parse-inputs";
import { submissionOf } from "@/lib/generators/testing/driver-bench";
import { generators } from "../registry";
import { actTwo } from "./act-two";
import { aleph2 } from "./aleph-2";
import { gen45TextToVideo } from "./gen-4-5-text-to-video";
import { gen4Image } from "./gen-4-image";
import * as models from "./models";
import { seedance2 } from "./seedance-2";
import { textToSpeech } from "./text-to-speech";
import { veo31 } from "./veo-3-1";

const picture = "0192aaaa-0000-7000-8000-000000000001";
const addressOf = (id: string) => `runway://${id}`;

describe("requests have Runway's names and shapes:", () => {
  const requestOf = (generator: { name: string }, inputs: Record<string, unknown>) =>
    submissionOf(generator as DeclarativeGenerator, inputs, { addressOf }).request;

  it("Gen-4.5", () => {
    expect(requestOf(gen45TextToVideo, { prompt: "a fox", duration: 8, seed: 7, public_figures: "low" })).toEqual({
      model: "gen4.5",
      promptText: "a fox",
      ratio: "1280:720",
      duration: 8,
      seed: 7,
      contentModeration: { publicFigureThreshold: "low" },
    });
  });

  it("Aleph, with and without a frame that guides it", () => {
    const inputs = { prompt: "snow", video_source: picture };
    expect(requestOf(aleph2, inputs)).toEqual({ model: "aleph2", promptText: "snow", videoUri: addressOf(picture) });
    expect(requestOf(aleph2, { ...inputs, guidance_image: picture, guidance_position: 0.5, aspect_ratio: "1:1" })).toMatchObject({
      keyframes: [{ uri: addressOf(picture), at: 0.5 }],
      targetAspectRatio: "1:1",
    });
  });

  it("Gen-4 Image, whose references have names", () => {
    expect(requestOf(gen4Image, { prompt: "@image2 at home", reference_images: [picture, picture] })).toEqual({
      model: "gen4_image",
      promptText: "@image2 at home",
      ratio: "1920:1080",
      referenceImages: [
        { uri: addressOf(picture), tag: "image1" },
        { uri: addressOf(picture), tag: "image2" },
      ],
    });
    expect(requestOf(gen4Image, { prompt: "alone" })).not.toHaveProperty("referenceImages");
  });

  it("Act-Two and speech, which nest", () => {
    expect(requestOf(actTwo, { character: picture, performance: picture })).toEqual({
      model: "act_two",
      character: { type: "image", uri: addressOf(picture) },
      reference: { type: "video", uri: addressOf(picture) },
      ratio: "1280:720",
      bodyControl: true,
      expressionIntensity: 3,
    });
    expect(requestOf(textToSpeech, { prompt: "hello", voice: "Noah" })).toEqual({
      model: "eleven_multilingual_v2",
      promptText: "hello",
      voice: { type: "runway-preset", presetId: "Noah" },
    });
  });

  it("frames, which go to another operation than text and references", () => {
    const asked = (generator: { name: string }, inputs: Record<string, unknown>) => {
      const { endpoint, request } = submissionOf(generator as DeclarativeGenerator, { prompt: "a fox", ...inputs }, { addressOf });
      return { endpoint, ...request };
    };
    const frames = { first_frame: picture, last_frame: picture };
    const placed = [
      { uri: addressOf(picture), position: "first" },
      { uri: addressOf(picture), position: "last" },
    ];
    expect(asked(models.seedance25, { ...frames, resolution: "1080p" })).toEqual({
      endpoint: "image_to_video",
      model: "seedance2_5",
      promptText: "a fox",
      promptImage: placed,
      ratio: "1920:1080",
      duration: 5,
      audio: true,
    });
    expect(asked(models.seedance25, { images: [picture] })).toMatchObject({ endpoint: "text_to_video", references: [{ uri: addressOf(picture) }] });
    expect(asked(models.wan3, { aspect_ratio: "1:1" })).toMatchObject({ endpoint: "text_to_video", ratio: "960:960" });
    expect(asked(models.wan3, frames)).toMatchObject({ endpoint: "image_to_video", ratio: "auto_720p", promptImage: placed });
    expect(asked(models.hailuo3, {})).toMatchObject({ ratio: "16:9", resolution: "768p" });
    expect(asked(models.hailuo3, frames)).toMatchObject({ ratio: "adaptive", promptImage: placed });
    expect(asked(models.h3Max, frames)).toMatchObject({ promptImage: placed, promptExpansionMode: "balanced" });
    expect(asked(models.grokImagine15, { first_frame: picture })).not.toHaveProperty("ratio");
    expect(asked(models.grokImagine15, {})).toMatchObject({ ratio: "16:9", resolution: "720p" });
    expect(asked(models.happyhorse1, { first_frame: picture })).toMatchObject({ resolution: "720p", promptImage: placed.slice(0, 1) });
    expect(asked(models.happyhorse1, {})).toMatchObject({ ratio: "1280:720" });
  });

  it("Muse Image, several at once", () => {
    expect(requestOf(models.museImage, { prompt: "a fox", images: [picture], aspect_ratio: "3:2", num_images: 2 })).toEqual({
      model: "muse_image",
      promptText: "a fox",
      ratio: "1920:1280",
      outputCount: 2,
      referenceImages: [{ uri: addressOf(picture) }],
    });
  });

  it("models of others, whose size is ratio and resolution", () => {
    expect(requestOf(veo31, { prompt: "rain", aspect_ratio: "9:16", resolution: "1080p", duration: "6s", negative_prompt: "fog" })).toEqual({
      model: "veo3.1",
      promptText: "rain",
      ratio: "1080:1920",
      duration: 6,
      audio: true,
      negativePrompt: "fog",
    });
    expect(requestOf(seedance2, { prompt: "rain", aspect_ratio: "21:9", resolution: "480p", duration: "12", generate_audio: false })).toEqual({
      model: "seedance2",
      promptText: "rain",
      ratio: "992:432",
      duration: 12,
      audio: false,
    });
  });
});

it.each(["runway-veo-3-1", "runway-seedance-2", "runway-sound-effects"])("%s stands in for the same model elsewhere, form and all", (name) => {
  const ours = Object.values(models).find((generator) => generator.name === name) as unknown as DeclarativeGenerator;
  const others = generators.filter((each): each is DeclarativeGenerator => "model" in each && each.model === ours.model && each.name !== name);
  for (const other of others.filter(({ provider }) => provider === "fal" || provider === "elevenlabs")) {
    const asked = Object.entries(defaultSubmit(other)).filter(([field]) => field in ours.input.shape);
    expect(parseInputs(ours, Object.fromEntries(asked)), other.name).toMatchObject({ ok: true });
  }
  expect(others).not.toEqual([]);
});
