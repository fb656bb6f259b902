import { choice, defineGenerator, flag, has, onlyWhile, outputFormat, sourceImage, z } from "@/lib/generators/contract/declare";

export const birefnetV2 = defineGenerator({
  provider: "fal",
  name: "fal-birefnet-v2",
  title: "BiRefNet Background Removal",
  description: "Remove the background of an image, fine hair included, with BiRefNet, on fal.",
  vendor: "BiRefNet",
  task: "background-removal",
  artifactType: "image",
  endpoint: "fal-ai/birefnet/v2",
  source: {
    page: "https://fal.ai/models/fal-ai/birefnet/v2/api",
    readOn: "2026-11-26",
    unverified: "Its price: fal bills it by computing time, and the price is an estimate",
  },
  input: z.object({
    image_url: sourceImage("The image to cut out."),
    model: choice(
      ["General Use (Light)", "General Use (Light 2K)", "General Use (Heavy)", "Matting", "Portrait", "General Use (Dynamic)"],
      "General Use (Light)",
      { title: "Model", description: "Heavy is slower and more accurate. Matting and Portrait keep hair and soft edges." },
    ),
    operating_resolution: choice(["1024x1024", "2048x2048", "2304x2304"], "1024x1024", {
      title: "Working resolution",
      description: "Higher is more accurate for large images. 2304x2304 needs the Dynamic model.",
      isAdvanced: true,
    }),
    refine_foreground: flag(true, { title: "Refine edges", description: "Cleans up colors along the edge of the subject.", isAdvanced: true }),
    output_format: outputFormat(["webp", "png", "gif"], "png"),
  }),
  rules: [onlyWhile(has("operating_resolution", "2304x2304"), "model", ["General Use (Dynamic)"], "2304x2304 needs the model General Use (Dynamic)")],
  output: "image.url",
  costUsd: () => 0.005,
});
