import { customImageSize, defineGenerator, given, negativePrompt, onlyWhile, promptFor, z } from "../declare";
import { ideogramCharacterFields } from "./ideogram-character-fields";
import { onePalette } from "./ideogram-fields";

export const ideogramCharacter = defineGenerator({
  provider: "fal",
  name: "fal-ideogram-character",
  title: "Ideogram Character",
  description: "Shows one character, known from reference pictures, in new scenes. Ideogram Character by Ideogram, at fal.",
  vendor: "Ideogram",
  task: "character-image",
  artifactType: "image",
  endpoint: "fal-ai/ideogram/character",
  source: { page: "https://fal.ai/models/fal-ai/ideogram/character/api", readOn: "2026-09-25" },
  input: z.object({
    ...ideogramCharacterFields,
    prompt: promptFor("What the picture shows."),
    image_size: customImageSize().default("square_hd"),
    negative_prompt: negativePrompt(null),
  }),
  rules: [onlyWhile(given("style_codes"), "style", ["AUTO"], "Style codes take the place of a style: leave it at AUTO"), onePalette],
  request: ({ style, ...request }) => (request.style_codes ? request : { ...request, style: style as string }),
  output: "images[].url",
  costUsd: ({ rendering_speed, num_images }) => ({ TURBO: 0.1, BALANCED: 0.15, QUALITY: 0.2 })[rendering_speed] * num_images,
});
