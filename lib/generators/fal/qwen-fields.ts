import { decimal, words, z } from "../declare";

/** Up to three LoRA weights by their addresses. https://fal.ai/models/fal-ai/qwen-image/api */
export const loras = () =>
  z
    .array(
      z.strictObject({
        path: words({ title: "Address", description: "Of the weights." }, 2000),
        scale: decimal(0, 4, 1, { title: "Strength", description: "1 is as trained." }),
      }),
    )
    .max(3)
    .default([])
    .meta({ title: "LoRAs", description: "Weights to add, by their addresses.", group: "advanced" });
