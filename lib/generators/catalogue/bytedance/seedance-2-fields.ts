import { choice, flag, imageInput, modelSeed, optionalAspectRatio, promptFor, requires, seconds, z } from "@/lib/generators/contract/declare";

const pixels = { "480p": 854 * 480, "720p": 1280 * 720, "1080p": 1920 * 1080 };

/** What Seedance 2.0 takes, as `@ai-sdk/bytedance` 1.0.29 sends it (read 2026-11-26) */
export const seedance2Input = z.object({
  prompt: promptFor("What happens, and what is heard.", { max: 5000 }),
  image: imageInput({ title: "First frame", description: "What the video begins with." }).nullish(),
  last_frame: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "lastFrame" }).nullish(),
  duration: seconds(4, 15, 5),
  resolution: choice(["480p", "720p", "1080p"], "720p", {
    title: "Resolution",
    description: "More pixels cost more and take longer.",
    wire: "providerOptions.bytedance.resolution",
  }),
  aspect_ratio: optionalAspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4", "21:9"], "aspectRatio"),
  generate_audio: flag(true, { title: "Audio", description: "Makes sound for the video as well.", wire: "providerOptions.bytedance.generateAudio" }),
  seed: modelSeed({ min: 0, max: 4_294_967_295 }),
});

export const seedance2Rules = [requires("last_frame", ["image"], "A last frame needs a first frame")];

/** A token is 1024 pixels of one of 24 frames a second; a million costs this many US dollars. */
export const seedance2Usd =
  (usdPerMillion: number) =>
  ({ resolution, duration }: { resolution: keyof typeof pixels; duration: number }) =>
    (((pixels[resolution] * 24 * duration) / 1024) * usdPerMillion) / 1e6;

/** What was charged, by the tokens that the task has counted. */
export const seedance2BilledUsd = (usdPerMillion: number) => (usage: Record<string, number>) =>
  usage.completion_tokens === undefined ? undefined : (usage.completion_tokens * usdPerMillion) / 1e6;

export const seedance2Source = {
  page: "https://github.com/Comfy-Org/docs/pull/966/files",
  readOn: "2026-11-26",
  unverified:
    "BytePlus' own pages were not to be had: the model's id is the one that @ai-sdk/bytedance 1.0.29 knows, the price of tokens the one that ComfyUI charges",
};
