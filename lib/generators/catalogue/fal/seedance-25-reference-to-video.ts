import { audioInputs, defineGenerator, given, imageInputs, implies, promptFor, videoInputs, z } from "@/lib/generators/contract/declare";
import { seedance25Cost, seedance25Fields, seedance25Ratio } from "./seedance-25-fields";

export const seedance25ReferenceToVideo = defineGenerator({
  provider: "fal",
  name: "fal-seedance-2-5-reference-to-video",
  title: "Seedance 2.5 Reference to Video",
  description: "Generate video with audio from reference images, videos and audio using ByteDance's Seedance 2.5, on fal.",
  vendor: "ByteDance",
  task: "reference-to-video",
  artifactType: "video",
  endpoint: "bytedance/seedance-2.5/reference-to-video",
  source: { page: "https://fal.ai/models/bytedance/seedance-2.5/reference-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the video. Refer to the references as @Image1, @Video1, @Audio1 and so on."),
    reference_images: imageInputs({ title: "Reference images", description: "Up to 30.", min: 0, max: 30, wire: "image_urls" }).nullish(),
    reference_videos: videoInputs({
      title: "Reference videos",
      description: "Up to 10, together no longer than 30 seconds.",
      min: 0,
      max: 10,
      wire: "video_urls",
    }).nullish(),
    reference_audio: audioInputs({
      title: "Reference audio",
      description: "Up to 10 files, together no longer than 30 seconds.",
      min: 0,
      max: 10,
      wire: "audio_urls",
    }).nullish(),
    aspect_ratio: seedance25Ratio(),
    ...seedance25Fields,
  }),
  rules: [
    {
      field: "reference_audio",
      description: "Reference audio needs a reference image or video as well",
      ...implies(given("reference_audio"), { anyOf: [given("reference_images"), given("reference_videos")] }),
    },
  ],
  output: "video.url",
  costUsd: ({ reference_videos, ...inputs }, { seconds }) => {
    if (!reference_videos?.length) return seedance25Cost(inputs);
    // With video references fal counts the seconds of both, at 0.6 times the price.
    return (
      0.6 *
      seedance25Cost(
        inputs,
        reference_videos.reduce((sum, id) => sum + seconds(id, 5), 0),
      )
    );
  },
});
