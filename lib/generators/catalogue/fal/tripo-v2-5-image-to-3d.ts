import { choice, defineGenerator, modelSeed, sourceImage, z } from "@/lib/generators/contract/declare";

export const tripoV25ImageTo3d = defineGenerator({
  provider: "fal",
  name: "fal-tripo-v2-5-image-to-3d",
  title: "Tripo v2.5",
  description: "Generate a textured 3D model from an image with Tripo v2.5, on fal.",
  vendor: "Tripo",
  task: "image-to-3d",
  artifactType: "model",
  endpoint: "tripo3d/tripo/v2.5/image-to-3d",
  source: { page: "https://fal.ai/models/tripo3d/tripo/v2.5/image-to-3d/api", readOn: "2026-11-25" },
  input: z.object({
    image: sourceImage("The image to turn into 3D.", "image_url"),
    texture: choice(["no", "standard", "HD"], "standard", { title: "Texture", description: "HD costs more." }),
    face_limit: z.int().min(1).max(500000).nullish().meta({ title: "Face limit", description: "The maximum number of faces.", group: "advanced" }),
    seed: modelSeed(),
  }),
  output: "model_mesh.url",
  costUsd: ({ texture }) => ({ no: 0.2, standard: 0.3, HD: 0.4 })[texture],
});
