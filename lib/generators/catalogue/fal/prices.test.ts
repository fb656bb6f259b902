import { expect, it } from "vitest";
import { defaultSubmit } from "@/lib/generators/contract/default-submit";
import { parseInputs } from "@/lib/generators/contract/parse-inputs";
import { findGenerator } from "../registry";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `0192aaaa-0000-7000-8000-00000000000${index}`);

// What fal's pages say that a request costs, in US dollars (read 2026-11-26).
it.each([
  ["fal-seedance-2-text-to-video", { duration: "5", resolution: "720p" }, 5 * 0.3034],
  ["fal-seedance-2-text-to-video", { duration: "5", resolution: "1080p" }, 5 * 0.682],
  ["fal-seedance-2-5-text-to-video", { duration: "5", resolution: "480p" }, 5 * 0.2205],
  ["fal-seedance-2-5-text-to-video", { duration: "5", resolution: "720p" }, 5 * 0.473],
  ["fal-seedance-2-5-image-to-video", { duration: "30", resolution: "1080p" }, 30 * 1.164],
  ["fal-seedance-2-5-reference-to-video", { duration: "5", resolution: "720p", reference_videos: ids(1) }, (5 + 5) * 0.2838],
  ["fal-minimax-h3-text-to-video", { duration: 10, resolution: "2K" }, 1.3],
  ["fal-minimax-h3-reference-to-video", { duration: 5, resolution: "768P", reference_images: ids(7) }, 0.3 + 2 * 0.08],
  ["fal-minimax-h3-max-text-to-video", { duration: 5, resolution: "768P" }, 0.4],
  ["fal-pixverse-v6-text-to-video", { duration: 1, resolution: "1080p", generate_audio_switch: true }, 0.115],
  ["fal-pixverse-v5-text-to-video", { duration: "8", resolution: "720p" }, 0.4],
  ["fal-kling-video-o3-pro-reference-to-video", { duration: "5", generate_audio: true }, 0.7],
  ["fal-kling-video-v3-turbo-pro-text-to-video", { duration: "5" }, 0.7],
  ["fal-veo31-lite", { duration: "4s", resolution: "720p", generate_audio: true }, 0.2],
  ["fal-veo31-lite", { duration: "8s", resolution: "1080p", generate_audio: false }, 0.4],
  ["fal-veo31-reference-to-video", { duration: "8s", resolution: "1080p", generate_audio: true }, 3.2],
  ["fal-ltx-23-fast-text-to-video", { duration: 10, resolution: "2160p" }, 2.4],
  ["fal-ltx-25-fast-text-to-video", { duration: 20, resolution: "1080p" }, 2.6],
  ["fal-wan-3-text-to-video", { duration: 5, resolution: "720p" }, 0.5],
  ["fal-wan-3-prime-text-to-video", { duration: 5, resolution: "720p" }, 0.7],
  ["fal-grok-imagine-video-v1-5-image-to-video", { duration: 5, resolution: "480p" }, 0.41],
  ["fal-minimax-hailuo-2-3-standard-text-to-video", { duration: "10" }, 0.56],
  ["fal-elevenlabs-music", { music_length_ms: 30_000 }, 0.6],
  ["fal-elevenlabs-music", { music_length_ms: 61_000 }, 1.2],
  ["fal-elevenlabs-music-v2-5", { music_length_ms: 30_000 }, 0.6],
  ["fal-elevenlabs-scribe-v2", {}, 0.008],
  ["fal-gemini-omni-flash", { duration: 10, resolution: "1080p" }, 1.5],
  ["fal-hunyuan3d-v31-pro-image-to-3d", {}, 0.375],
  ["fal-hunyuan3d-v31-pro-image-to-3d", { enable_pbr: true, back_image: ids(1)[0], left_image: ids(1)[0] }, 0.675],
])("%s with %j costs about %d", (name, inputs, usd) => {
  const generator = findGenerator(name);
  if (!generator) throw new Error(`no generator ${name}`);
  const parsed = parseInputs(generator, { ...defaultSubmit(generator), ...inputs });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  // fal's own figures by the second are rounded ones.
  expect(Math.abs(parsed.costUsd / usd - 1)).toBeLessThan(0.01);
});

it.each([
  ["fal-pixverse-v5-text-to-video", { duration: "8", resolution: "1080p" }, "resolution"],
  ["fal-ltx-25-fast-text-to-video", { duration: 20, fps: 50 }, "fps"],
  ["fal-ltx-25-fast-text-to-video", { duration: 20, resolution: "2160p" }, "resolution"],
  ["fal-seedance-2-5-reference-to-video", { reference_audio: ids(1) }, "reference_audio"],
  ["fal-minimax-h3-reference-to-video", { reference_audio: ids(1) }, "reference_audio"],
])("%s refuses %j, and names the field", (name, inputs, field) => {
  const generator = findGenerator(name);
  if (!generator) throw new Error(`no generator ${name}`);
  const parsed = parseInputs(generator, { ...defaultSubmit(generator), ...inputs });
  expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.field)).toEqual([field]);
});
