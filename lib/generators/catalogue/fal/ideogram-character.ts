import { customImageSize, defineGenerator, given, negativePrompt, onlyWhile, promptFor, z } from "@/lib/generators/contract/declare";
import { ideogramCharacterFields } from "./ideogram-character-fields";
import { onePalette } from "./ideogram-fields";

export const ideogramCharacter = defineGenerator({
  provider: "fal",
  name: "fal-ideogram-character",
  title: "Ideogram Character",
  description: "Keep a character from a reference image consistent in new scenes, with Ideogram, on fal.",
  vendor: "Ideogram",
  task: "character-image",
  artifactType: "image",
  endpoint: "fal-ai/ideogram/character",
  source: {
    page: "https://fal.ai/models/fal-ai/ideogram/character/api",
    readOn: "2026-11-26",
    unverified: "Its price, last read on 25 September 2026; inputs were compared with fal's client",
  },
  input: z.object({
    ...ideogramCharacterFields,
    prompt: promptFor("Describe the image."),
    image_size: customImageSize().default("square_hd"),
    negative_prompt: negativePrompt(null),
  }),
  rules: [onlyWhile(given("style_codes"), "style", ["AUTO"], "Style codes take the place of a style: leave it on AUTO"), onePalette],
  request: ({ style, ...request }) => (request.style_codes ? request : { ...request, style: style as string }),
  output: "images[].url",
  costUsd: ({ rendering_speed, num_images }) => ({ TURBO: 0.1, BALANCED: 0.15, QUALITY: 0.2 })[rendering_speed] * num_images,
});
