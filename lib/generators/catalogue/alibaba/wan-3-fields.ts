import { choice, imageInput, optionalAspectRatio, promptFor, requires, seconds, z } from "@/lib/generators/contract/declare";

/** As the package takes a resolution, which makes a tier of it. */
const sizes = { "854x480": "480P", "1280x720": "720P", "1920x1080": "1080P" } as const;

/** What both speeds of Wan 3.0 take: https://docs.apiyi.com/api-capabilities/wan3/overview.md and `@ai-sdk/alibaba` 2.0.58 (read 2026-11-26) */
export const wan3Input = z.object({
  prompt: promptFor("What happens in the video.", { max: 5000 }),
  image: imageInput({ title: "First frame", description: "What the video begins with." }).nullish(),
  last_frame: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "lastFrame" }).nullish(),
  duration: seconds(2, 30, 5),
  resolution: choice(Object.keys(sizes) as (keyof typeof sizes)[], "1280x720", {
    title: "Resolution",
    description: "More pixels cost more and take longer.",
  }),
  aspect_ratio: optionalAspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4"], "aspectRatio"),
  negative_prompt: z
    .string()
    .max(500)
    .nullish()
    .meta({ title: "Negative prompt", description: "What should not appear.", group: "advanced", wire: "providerOptions.alibaba.negativePrompt" }),
});

export const wan3Rules = [requires("last_frame", ["image"], "A last frame needs a first frame")];

/** US dollars for a second, by resolution. */
export const wan3Usd =
  (usdPerSecond: Record<"480P" | "720P" | "1080P", number>) =>
  ({ resolution, duration }: { resolution: keyof typeof sizes; duration: number }) =>
    usdPerSecond[sizes[resolution]] * duration;
