import {
  defineGenerator,
  excludes,
  imageInput,
  optionalAspectRatio,
  promptFor,
  requires,
  resolution,
  seconds,
  z,
} from "@/lib/generators/contract/declare";

export const minimaxH3Max = defineGenerator({
  provider: "minimax",
  name: "minimax-h3-max",
  title: "MiniMax H3 Max (MiniMax)",
  description: "Makes a video with sound from a prompt or an image, with MiniMax H3 Max.",
  vendor: "MiniMax",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "video:MiniMax-H3-Max",
  source: {
    page: "https://platform.minimax.io/docs",
    readOn: "2026-11-26",
    unverified: "The page was not to be had: settings are those of @ai-sdk/minimax 3.0.45, and the price of H3 in 768P is reckoned with",
  },
  input: z.object({
    prompt: promptFor("What happens, and what is heard.", { max: 5000 }),
    image: imageInput({ title: "First frame", description: "What the video begins with." }).nullish(),
    last_frame: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "lastFrame" }).nullish(),
    duration: seconds(4, 15, 5),
    resolution: resolution(["480P", "768P"], "768P", "providerOptions.minimax.resolution"),
    aspect_ratio: optionalAspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4", "21:9"], "aspectRatio"),
  }),
  rules: [
    requires("last_frame", ["image"], "A last frame needs a first frame"),
    excludes("aspect_ratio", ["image"], "With a first frame, the video has its shape"),
  ],
  output: "videos[].url",
  costUsd: ({ duration }) => 0.08 * duration,
});
