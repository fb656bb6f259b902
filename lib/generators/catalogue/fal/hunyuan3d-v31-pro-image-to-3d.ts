import { choice, defineGenerator, flag, has, imageInput, implies, sourceImage, z } from "@/lib/generators/contract/declare";

export const hunyuan3dV31ProImageTo3d = defineGenerator({
  provider: "fal",
  name: "fal-hunyuan3d-v31-pro-image-to-3d",
  title: "Hunyuan3D 3.1 Pro",
  description: "Generate a detailed, textured 3D model from one or more views with Tencent's Hunyuan3D 3.1 Pro, on fal.",
  vendor: "Tencent",
  task: "image-to-3d",
  artifactType: "model",
  endpoint: "fal-ai/hunyuan-3d/v3.1/pro/image-to-3d",
  source: {
    page: "https://fal.ai/models/fal-ai/hunyuan-3d/v3.1/pro/image-to-3d/llms.txt",
    readOn: "2026-11-26",
    unverified: "the inputs are those of fal's client; the price was read where its page is quoted",
  },
  input: z.object({
    image: sourceImage("The front view of the object.", "input_image_url"),
    back_image: imageInput({ title: "Back view", description: "The object from behind.", wire: "back_image_url" }).nullish(),
    left_image: imageInput({ title: "Left view", description: "The object from its left.", wire: "left_image_url" }).nullish(),
    right_image: imageInput({ title: "Right view", description: "The object from its right.", wire: "right_image_url" }).nullish(),
    generate_type: choice(["Normal", "Geometry"], "Normal", { title: "Type", description: "Geometry has no texture." }),
    enable_pbr: flag(false, { title: "PBR materials", description: "Adds metallic, roughness and normal maps. Costs extra." }),
    face_count: z
      .int()
      .min(40_000)
      .max(1_500_000)
      .nullish()
      .meta({ title: "Face count", description: "Target number of faces, 500,000 by default. Costs extra.", group: "advanced" }),
  }),
  rules: [
    { field: "enable_pbr", description: "PBR materials need the type Normal", ...implies(has("enable_pbr", true), has("generate_type", "Normal")) },
  ],
  output: "model_glb.url",
  costUsd: ({ back_image, left_image, right_image, enable_pbr, face_count }) =>
    0.375 + 0.15 * [back_image || left_image || right_image, enable_pbr, face_count].filter(Boolean).length,
});
