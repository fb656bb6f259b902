import { choice, defineGenerator, imageInput, modelSeed, outputFormat, z } from "@/lib/generators/contract/declare";

export const fashnTryon = defineGenerator({
  provider: "fal",
  name: "fal-fashn-tryon",
  title: "FASHN Virtual Try-On 1.6",
  description: "Dress a person in a garment from another image, true to its texture, with FASHN, on fal.",
  vendor: "FASHN",
  task: "virtual-try-on",
  artifactType: "image",
  endpoint: "fal-ai/fashn/tryon/v1.6",
  source: {
    page: "https://fal.ai/models/fal-ai/fashn/tryon/v1.6/api",
    readOn: "2026-11-26",
    unverified: "Its price, which is from others who quote fal's: its inputs are those that fal's client lists",
  },
  input: z.object({
    model_image: imageInput({ title: "Person", description: "The person to dress." }),
    garment_image: imageInput({ title: "Garment", description: "The garment to wear." }),
    category: choice(["auto", "tops", "bottoms", "one-pieces"], "auto", { title: "Category", description: "Type of garment." }),
    mode: choice(["performance", "balanced", "quality"], "balanced", { title: "Mode", description: "Quality is slower and more accurate." }),
    num_samples: choice([1, 2, 3, 4], 1, { title: "Number of images", description: "How many to generate at once." }).meta({ isCount: true }),
    garment_photo_type: choice(["auto", "model", "flat-lay"], "auto", {
      title: "Garment photo",
      description: "Whether the garment is worn by a model or laid flat.",
      isAdvanced: true,
    }),
    output_format: outputFormat(["png", "jpeg"], "png"),
    seed: modelSeed(),
  }),
  output: "images[].url",
  costUsd: ({ num_samples }) => 0.075 * num_samples,
});
