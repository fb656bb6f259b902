import { aspectRatio, defineGenerator, flag, modelSeed, outputFormat, promptFor, whole, z } from "@/lib/generators/contract/declare";
import { enhancePrompt, ratios } from "./kontext-fields";

export const fluxPro11Ultra = defineGenerator({
  provider: "bfl",
  name: "bfl-flux-pro-1-1-ultra",
  title: "FLUX 1.1 [pro] Ultra (BFL)",
  description: "Generate 4-megapixel images with FLUX 1.1 [pro] Ultra, on Black Forest Labs.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "flux-pro-1.1-ultra",
  source: { page: "https://docs.bfl.ai/flux_models/flux_1_1_pro_ultra_raw", readOn: "2026-11-25" },
  model: "flux-1.1-pro-ultra",
  input: z.object({
    prompt: promptFor("Describe the image."),
    aspect_ratio: aspectRatio(ratios, "16:9"),
    safety_tolerance: whole(0, 6, 2, { title: "Safety tolerance", description: "0 is the strictest.", isAdvanced: true }),
    seed: modelSeed(),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    enhance_prompt: enhancePrompt(),
    raw: flag(false, { title: "Raw", description: "Less processed, more natural-looking images.", isAdvanced: true }),
  }),
  output: "sample",
  costUsd: () => 0.06,
});
