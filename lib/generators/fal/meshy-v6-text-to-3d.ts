import { choice, defineGenerator, modelSeed, promptFor, safetyChecker, whole, z } from "../declare";

export const meshyV6TextTo3d = defineGenerator({
  provider: "fal",
  name: "fal-meshy-v6-text-to-3d",
  title: "Meshy 6",
  description: "Makes a textured 3D model from words, with Meshy 6, at fal.",
  vendor: "Meshy",
  task: "text-to-3d",
  artifactType: "model",
  endpoint: "fal-ai/meshy/v6-preview/text-to-3d",
  source: { page: "https://fal.ai/models/fal-ai/meshy/v6-preview/text-to-3d/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What to model.", { max: 600 }),
    mode: choice(["preview", "full"], "full", { title: "Stage", description: "The preview has no texture." }),
    topology: choice(["quad", "triangle"], "triangle", { title: "Faces", description: "Of the mesh.", isAdvanced: true }),
    target_polycount: whole(100, 300000, 30000, { title: "Polygons", description: "How many, about.", isAdvanced: true }),
    enable_safety_checker: safetyChecker(),
    seed: modelSeed(),
  }),
  output: "model_glb.url",
  costUsd: ({ mode }) => (mode === "preview" ? 0.2 : 0.8),
});
