import { expect, it } from "vitest";
import type { DeclarativeGenerator } from "@/lib/generators/contract/define-generator";
import { submissionOf } from "@/lib/generators/testing/driver-bench";
import { kling3 } from "./kling-3";
import { sunoV6 } from "./suno-v6";

const [fox, hat] = ["0192aaaa-0000-7000-8000-000000000001", "0192aaaa-0000-7000-8000-000000000002"];
const requestOf = (generator: unknown, inputs: Record<string, unknown>) =>
  submissionOf(generator as DeclarativeGenerator, inputs, { addressOf: (id: string) => `https://files.test/${id}` }).request;

it("Kling takes its frames in order", () => {
  const usual = { prompt: "a fox", aspect_ratio: "16:9", mode: "std", duration: "5", sound: true, multi_shots: false };
  expect(requestOf(kling3, { prompt: "a fox" })).toEqual(usual);
  expect(requestOf(kling3, { prompt: "a fox", first_frame: fox, last_frame: hat })).toEqual({
    ...usual,
    image_urls: [`https://files.test/${fox}`, `https://files.test/${hat}`],
  });
});

it("Suno sings the lyrics, or makes up its own from the style", () => {
  const song = { title: "Fox", style: "slow waltz" };
  const usual = { ...song, model: "V6", customMode: true, instrumental: false };
  expect(requestOf(sunoV6, song)).toEqual({ ...usual, prompt: "slow waltz" });
  expect(requestOf(sunoV6, { ...song, lyrics: "la la", duration: 90 })).toEqual({ ...usual, prompt: "la la", duration: 90 });
  expect(requestOf(sunoV6, { ...song, lyrics: "la la", instrumental: true })).toEqual({ ...usual, instrumental: true, prompt: "slow waltz" });
});
