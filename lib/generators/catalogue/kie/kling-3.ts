import {
  aspectRatio,
  choice,
  defineGenerator,
  duration,
  flag,
  imageInput,
  type Json,
  promptFor,
  requires,
  z,
} from "@/lib/generators/contract/declare";

const seconds = ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"] as const;
const silentUsdPerSecond = { std: 0.07, pro: 0.09, "4K": 0.27 };
const usdPerSecond = { std: 0.1, pro: 0.135, "4K": 0.4 };

export const kling3 = defineGenerator({
  provider: "kie",
  name: "kie-kling-3",
  title: "Kling 3.0 (Kie)",
  description: "Generate video of up to 15 seconds with audio from text or frames with Kling 3.0, on Kie.",
  vendor: "Kuaishou",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: "market:kling-3.0/video",
  source: {
    page: "https://docs.kie.ai/market/kling/kling-3-0",
    readOn: "2026-11-26",
    unverified: "Its price was not found: the estimate may be off, the billed price is exact",
  },
  input: z.object({
    prompt: promptFor("Describe the scene, the action and the camera.", { max: 2500 }),
    first_frame: imageInput({ title: "First frame", description: "The image the video starts with." }).nullish(),
    last_frame: imageInput({ title: "Last frame", description: "The image the video ends with. Needs a first frame." }).nullish(),
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1"], "16:9"),
    mode: choice(["std", "pro", "4K"], "std", { title: "Resolution", description: "Standard is 720p, Pro 1080p." }),
    duration: duration(seconds, "5"),
    sound: flag(true, { title: "Audio", description: "Generates audio with the video." }),
  }),
  rules: [requires("last_frame", ["first_frame"], "A last frame needs a first frame")],
  constants: { multi_shots: false },
  request: ({ first_frame, last_frame, ...request }): Record<string, Json> => {
    const images = [first_frame, last_frame].flatMap((image) => (image ? [image] : []));
    return images.length > 0 ? { ...request, image_urls: images } : request;
  },
  output: "resultJson.resultUrls[] | resultJson.video_urls[] | resultJson.videos[].url | resultJson.url",
  costUsd: ({ duration, mode, sound }) => Number(duration) * (sound ? usdPerSecond : silentUsdPerSecond)[mode],
});
