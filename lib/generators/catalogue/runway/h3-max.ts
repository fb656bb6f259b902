import { choice, defineGenerator, modelSeed, resolution, seconds, z } from "@/lib/generators/contract/declare";
import { frameEndpoint, frameFields, framePrompt, lastNeedsFirst, withFrames } from "./frame-fields";

const usdPerSecond = { "480p": 0.05, "768p": 0.08 };

export const h3Max = defineGenerator({
  provider: "runway",
  name: "runway-h3-max",
  title: "MiniMax H3 Max (Runway)",
  description: "Generate video from text or frames at a low price with MiniMax H3 Max, on Runway.",
  vendor: "MiniMax",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: frameEndpoint,
  source: { page: "https://docs.dev.runwayml.com/guides/pricing", readOn: "2026-11-26" },
  input: z.object({
    prompt: framePrompt(),
    ...frameFields,
    resolution: resolution(["480p", "768p"], "768p"),
    duration: seconds(5, 15, 5),
    prompt_expansion: choice(["disabled", "balanced", "quality"], "balanced", {
      title: "Prompt expansion",
      description: "How much the model rewrites your prompt first.",
      isAdvanced: true,
      wire: "promptExpansionMode",
    }),
    seed: modelSeed({ min: 0, max: 4_294_967_295 }),
  }),
  rules: [lastNeedsFirst],
  constants: { model: "h3_max" },
  request: withFrames,
  output: "output[]",
  costUsd: ({ duration, resolution }) => duration * usdPerSecond[resolution],
});
