import { decimal, defineGenerator, modelSeed, outputFormat, promptFor, seconds, whole, z } from "@/lib/generators/contract/declare";
import { usdOf } from "./prices";

const endpoint = "audio/stable-audio/text-to-audio";

export const stableAudio3 = defineGenerator({
  provider: "stability",
  name: "stability-stable-audio-3",
  title: "Stable Audio 3.0",
  description: "Makes music and sound effects of up to six minutes from a prompt, with Stable Audio 3.0 at Stability AI.",
  vendor: "Stability AI",
  task: "text-to-music",
  artifactType: "audio",
  endpoint,
  source: {
    page: "https://platform.stability.ai/docs/api-reference#tag/Stable-Audio",
    readOn: "2026-11-26",
    unverified: "The price is that of 2026-09-03, as others read it: the page of prices could not be opened",
  },
  input: z.object({
    prompt: promptFor("The music or sound: genre, instruments, mood, tempo.", { max: 10_000 }),
    duration: seconds(1, 380, 190),
    seed: modelSeed({ min: 0, max: 4_294_967_294 }),
    steps: whole(4, 8, 8, { title: "Steps", description: "More steps take longer and show more detail.", isAdvanced: true }),
    cfg_scale: decimal(1, 25, 1, { title: "Guidance", description: "How closely the prompt is followed.", isAdvanced: true }),
    output_format: outputFormat(["mp3", "wav"], "mp3"),
  }),
  constants: { model: "stable-audio-3" },
  output: "audio.url",
  costUsd: () => usdOf(endpoint),
});
