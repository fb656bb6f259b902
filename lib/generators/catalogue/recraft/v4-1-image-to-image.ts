import { decimal, defineGenerator, imageInput, z } from "@/lib/generators/contract/declare";
import { recraftFields, recraftPrompt, withControls } from "./image-fields";

export const recraftV41ImageToImage = defineGenerator({
  provider: "recraft",
  name: "recraft-v4-1-image-to-image",
  title: "Recraft V4.1 image to image",
  description: "Changes an image by a prompt, a little or a lot, with Recraft V4.1 at Recraft.",
  vendor: "Recraft",
  task: "image-edit",
  artifactType: "image",
  endpoint: "images/imageToImage",
  source: {
    page: "https://www.recraft.ai/docs/api-reference/tools/image-to-image",
    readOn: "2026-11-26",
    unverified: "The page names the price of V3 only; that of an image by V4.1 stands here",
  },
  input: z.object({
    prompt: recraftPrompt(),
    image: imageInput({ title: "Image", description: "What to change: up to 10 MB, sides of 256 to 4096 pixels.", wire: "image_url" }),
    strength: decimal(0, 1, 0.5, { title: "Strength", description: "0 keeps the image almost as it is, 1 hardly follows it." }),
    ...recraftFields,
  }),
  constants: { model: "recraftv4_1" },
  request: withControls,
  output: "data[].url",
  costUsd: ({ n }) => 0.035 * n,
});
