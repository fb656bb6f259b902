import {
  aspectRatio,
  defineGenerator,
  excludes,
  generateAudio,
  imageInput,
  imageInputs,
  modelSeed,
  promptFor,
  requires,
  resolution,
  seconds,
  z,
} from "@/lib/generators/contract/declare";

const usdPerSecond = { "480p": 0.14, "720p": 0.3, "1080p": 0.68 };

export const seedance2 = defineGenerator({
  provider: "replicate",
  name: "replicate-seedance-2",
  title: "Seedance 2.0 (Replicate)",
  description: "Generate video with audio from text, frames or reference images with ByteDance's Seedance 2.0, on Replicate.",
  vendor: "ByteDance",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: "bytedance/seedance-2.0",
  source: {
    page: "https://replicate.com/bytedance/seedance-2.0/api",
    readOn: "2026-11-26",
    unverified: "Its price was not found: it is estimated as others sell it",
  },
  input: z.object({
    prompt: promptFor("Describe the scene, the action and the camera. Words in quotes are spoken."),
    image: imageInput({ title: "First frame", description: "The image the video starts with." }).nullish(),
    last_frame_image: imageInput({ title: "Last frame", description: "The image the video ends with. Needs a first frame." }).nullish(),
    reference_images: imageInputs({
      title: "Reference images",
      description: "People, products or styles to show, up to 9. Refer to the first one as [Image1].",
      max: 9,
    }).nullish(),
    duration: seconds(4, 15, 5),
    resolution: resolution(["480p", "720p", "1080p"], "720p"),
    aspect_ratio: aspectRatio(["16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "9:21", "adaptive"], "16:9"),
    generate_audio: generateAudio(),
    seed: modelSeed(),
  }),
  rules: [
    requires("last_frame_image", ["image"], "A last frame needs a first frame"),
    excludes("reference_images", ["image", "last_frame_image"], "Reference images cannot be combined with frames"),
  ],
  output: "output[] | output",
  costUsd: ({ duration, resolution }) => duration * usdPerSecond[resolution],
});
