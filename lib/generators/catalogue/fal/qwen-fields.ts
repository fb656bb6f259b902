import { decimal, words, z } from "@/lib/generators/contract/declare";

/** Up to three LoRA weights by their addresses. https://fal.ai/models/fal-ai/qwen-image/api */
export const loras = () =>
  z
    .array(
      z.strictObject({
        path: words({ title: "URL", description: "Where to download the weights." }, 2000),
        scale: decimal(0, 4, 1, { title: "LoRA scale", description: "How strongly to apply the LoRA. 1 is full strength." }),
      }),
    )
    .max(3)
    .default([])
    .meta({ title: "LoRAs", description: "Up to three LoRA weights to apply, by URL.", group: "advanced" });
