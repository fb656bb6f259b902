import {
  defineGenerator,
  excludes,
  imageInput,
  imageInputs,
  optionalAspectRatio,
  promptFor,
  requires,
  resolution,
  seconds,
  z,
} from "@/lib/generators/contract/declare";

const usdPerSecond = { "768P": 0.08, "2K": 0.13 };

export const minimaxH3 = defineGenerator({
  provider: "minimax",
  name: "minimax-h3",
  title: "MiniMax H3 (MiniMax)",
  description: "Makes a video with sound from a prompt, frames or reference images, with MiniMax H3.",
  vendor: "MiniMax",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "video:MiniMax-H3",
  source: {
    page: "https://docs.laozhang.ai/en/api-capabilities/minimax-h3-video-generation",
    readOn: "2026-11-26",
    unverified: "MiniMax's own page was not to be had; this one quotes its prices of 2026-10-24",
  },
  input: z.object({
    prompt: promptFor("What happens, and what is heard.", { max: 5000 }),
    image: imageInput({ title: "First frame", description: "What the video begins with." }).nullish(),
    last_frame: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "lastFrame" }).nullish(),
    references: imageInputs({
      title: "Reference images",
      description: "Who and what appears, up to 9; each beyond the fifth costs extra.",
      max: 9,
    }).nullish(),
    duration: seconds(4, 15, 5),
    resolution: resolution(["768P", "2K"], "768P", "providerOptions.minimax.resolution"),
    aspect_ratio: optionalAspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4", "21:9"], "aspectRatio"),
  }),
  rules: [
    requires("last_frame", ["image"], "A last frame needs a first frame"),
    excludes("aspect_ratio", ["image"], "With a first frame, the video has its shape"),
    excludes("references", ["image"], "Reference images and frames do not go together"),
  ],
  output: "videos[].url",
  costUsd: ({ duration, resolution, references }) => usdPerSecond[resolution] * duration + 0.04 * Math.max((references?.length ?? 0) - 5, 0),
});
