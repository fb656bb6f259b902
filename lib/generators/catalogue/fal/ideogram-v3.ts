import {
  choice,
  defineGenerator,
  imageSize,
  modelSeed,
  negativePrompt,
  numImages,
  optionalChoice,
  promptExpansion,
  promptFor,
  z,
} from "@/lib/generators/contract/declare";

export const ideogramV3 = defineGenerator({
  provider: "fal",
  name: "fal-ideogram-v3",
  title: "Ideogram 3",
  description: "Generate posters, logos and other images with lettering, using Ideogram 3, on fal.",
  vendor: "Ideogram",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/ideogram/v3",
  source: { page: "https://fal.ai/models/fal-ai/ideogram/v3/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    image_size: imageSize("square_hd"),
    rendering_speed: choice(["TURBO", "BALANCED", "QUALITY"], "BALANCED", {
      title: "Rendering speed",
      description: "Slower is higher quality and costs more.",
    }),
    style: optionalChoice(["AUTO", "GENERAL", "REALISTIC", "DESIGN"], { title: "Style", description: "Visual style of the image." }),
    num_images: numImages(8),
    expand_prompt: promptExpansion(true),
    negative_prompt: negativePrompt(""),
    seed: modelSeed(),
  }),
  output: "images[].url",
  costUsd: ({ rendering_speed, num_images }) => ({ TURBO: 0.03, BALANCED: 0.06, QUALITY: 0.09 })[rendering_speed] * num_images,
});
