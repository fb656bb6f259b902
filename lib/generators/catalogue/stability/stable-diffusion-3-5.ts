import { choice, defineGenerator, type Json, z } from "@/lib/generators/contract/declare";
import { stabilityFields, stabilityPrompt, stabilityRatio, startFields, withStart } from "./image-fields";
import { usdOf } from "./prices";

export const stableDiffusion35 = defineGenerator({
  provider: "stability",
  name: "stability-stable-diffusion-3-5",
  title: "Stable Diffusion 3.5 (Stability AI)",
  description: "Makes images from a prompt, or changes an image, with Stable Diffusion 3.5 at Stability AI.",
  vendor: "Stability AI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "stable-image/generate/sd3",
  source: {
    page: "https://platform.stability.ai/docs/api-reference#tag/Generate/paths/~1v2beta~1stable-image~1generate~1sd3/post",
    readOn: "2026-11-26",
  },
  input: z.object({
    prompt: stabilityPrompt(),
    ...startFields,
    model: choice(["sd3.5-large", "sd3.5-large-turbo", "sd3.5-medium", "sd3.5-flash"], "sd3.5-large", {
      title: "Model",
      description: "Large shows the most detail; Turbo, Medium and Flash cost less.",
    }),
    aspect_ratio: stabilityRatio(),
    ...stabilityFields,
    cfg_scale: z
      .number()
      .min(1)
      .max(10)
      .nullish()
      .meta({ title: "Guidance", description: "How closely the prompt is followed. Empty takes the model's own.", group: "advanced" }),
  }),
  request: asMode,
  output: "image.url",
  costUsd: ({ model }) => usdOf(model),
});

// The mode must be named, and with an image there is no ratio.
function asMode({ aspect_ratio, ...request }: Record<string, Json>): Record<string, Json> {
  const sent = withStart(request);
  return sent.image === undefined ? { ...sent, aspect_ratio: aspect_ratio ?? "1:1", mode: "text-to-image" } : { ...sent, mode: "image-to-image" };
}
