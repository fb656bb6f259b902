import { choice, decimal, defineGenerator, modelSeed, sourceImage, z } from "@/lib/generators/contract/declare";

export const trellis = defineGenerator({
  provider: "fal",
  name: "fal-trellis",
  title: "TRELLIS",
  description: "Generate a 3D model from an image with Microsoft's TRELLIS, on fal.",
  vendor: "Microsoft",
  task: "image-to-3d",
  artifactType: "model",
  endpoint: "fal-ai/trellis",
  source: { page: "https://fal.ai/models/fal-ai/trellis/api", readOn: "2026-11-25" },
  input: z.object({
    image: sourceImage("The image to turn into 3D.", "image_url"),
    mesh_simplify: decimal(0.9, 0.98, 0.95, { title: "Mesh simplification", description: "Higher leaves fewer faces.", isAdvanced: true }),
    texture_size: choice([512, 1024, 2048], 1024, { title: "Texture size", description: "Width and height in pixels.", isAdvanced: true }),
    seed: modelSeed(),
  }),
  output: "model_mesh.url",
  costUsd: () => 0.02,
});
