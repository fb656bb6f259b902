import { defineGenerator, flag, guidanceScale, inferenceSteps, modelSeed, sourceImage, whole, z } from "@/lib/generators/contract/declare";

export const hunyuan3dV21 = defineGenerator({
  provider: "fal",
  name: "fal-hunyuan3d-v21",
  title: "Hunyuan3D 2.1",
  description: "Generate a 3D model from an image with Tencent's Hunyuan3D 2.1, on fal.",
  vendor: "Tencent",
  task: "image-to-3d",
  artifactType: "model",
  endpoint: "fal-ai/hunyuan3d-v21",
  source: {
    page: "https://fal.ai/models/fal-ai/hunyuan3d-v21/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is of 8 April 2026: no later copy of it was found",
  },
  input: z.object({
    image: sourceImage("The image to turn into 3D.", "input_image_url"),
    textured_mesh: flag(false, { title: "Texture", description: "Adds a texture, at three times the price." }),
    octree_resolution: whole(1, 1024, 256, { title: "Detail", description: "Higher gives a finer mesh.", isAdvanced: true }),
    num_inference_steps: inferenceSteps(1, 50, 50),
    guidance_scale: guidanceScale(0, 20, 7.5),
    seed: modelSeed(),
  }),
  output: "model_glb.url | model_mesh.url",
  costUsd: ({ textured_mesh }) => (textured_mesh ? 0.9 : 0.3),
});
