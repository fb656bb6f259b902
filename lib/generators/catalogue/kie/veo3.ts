import { aspectRatio, choice, defineGenerator, imageInputs, promptFor, z } from "@/lib/generators/contract/declare";

export const veo3 = defineGenerator({
  provider: "kie",
  name: "kie-veo3",
  title: "Veo 3 (Kie)",
  description: "Generate video with audio from text or one or two images with Google's Veo 3.1, on Kie.",
  vendor: "Google",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: "veo",
  source: { page: "https://docs.kie.ai/veo3-api/generate-veo-3-video", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("Describe the scene, the action and the audio.", { max: 5000 }),
    image_sources: imageInputs({
      title: "Images",
      description: "The first frame, and the last one if there are two.",
      max: 2,
      wire: "imageUrls",
    }).nullish(),
    aspect_ratio: aspectRatio(["16:9", "9:16", "Auto"], "16:9"),
    model: choice(["veo3", "veo3_fast", "veo3_lite"], "veo3", { title: "Model", description: "Fast and Lite cost less." }),
  }),
  output: "response.resultUrls[]",
  costUsd: ({ model }) => ({ veo3: 1.25, veo3_fast: 0.3, veo3_lite: 0.15 })[model],
});
