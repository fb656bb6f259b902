import { choice, defineGenerator, modelSeed, promptFor, safetyChecker, whole, z } from "@/lib/generators/contract/declare";

export const meshyV6TextTo3d = defineGenerator({
  provider: "fal",
  name: "fal-meshy-v6-text-to-3d",
  title: "Meshy 6",
  description: "Generate a textured 3D model from text with Meshy 6, on fal.",
  vendor: "Meshy",
  task: "text-to-3d",
  artifactType: "model",
  endpoint: "fal-ai/meshy/v6-preview/text-to-3d",
  source: { page: "https://fal.ai/models/fal-ai/meshy/v6-preview/text-to-3d/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("Describe the object to model.", { max: 600 }),
    mode: choice(["preview", "full"], "full", { title: "Mode", description: "Preview is untextured geometry only." }),
    topology: choice(["quad", "triangle"], "triangle", {
      title: "Topology",
      description: "Quads for smooth surfaces, triangles for detail.",
      isAdvanced: true,
    }),
    target_polycount: whole(100, 300000, 30000, { title: "Target polygon count", description: "Approximate number of polygons.", isAdvanced: true }),
    enable_safety_checker: safetyChecker(),
    seed: modelSeed(),
  }),
  output: "model_glb.url",
  costUsd: ({ mode }) => (mode === "preview" ? 0.2 : 0.8),
});
