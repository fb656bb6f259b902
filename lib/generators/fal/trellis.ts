import { choice, decimal, defineGenerator, modelSeed, sourceImage, z } from "../declare";

export const trellis = defineGenerator({
  provider: "fal",
  name: "fal-trellis",
  title: "Trellis",
  description: "Makes a 3D model from a picture, with Trellis by Microsoft, at fal.",
  vendor: "Microsoft",
  task: "image-to-3d",
  artifactType: "model",
  endpoint: "fal-ai/trellis",
  source: { page: "https://fal.ai/models/fal-ai/trellis/api", readOn: "2026-11-25" },
  input: z.object({
    image: sourceImage("What to model.", "image_url"),
    mesh_simplify: decimal(0.9, 0.98, 0.95, { title: "Simplify", description: "Higher has fewer faces.", isAdvanced: true }),
    texture_size: choice([512, 1024, 2048], 1024, { title: "Texture", description: "Width and height in pixels.", isAdvanced: true }),
    seed: modelSeed(),
  }),
  output: "model_mesh.url",
  costUsd: () => 0.02,
});
