import {
  decimal,
  defineGenerator,
  guidanceScale,
  imageInput,
  inferenceSteps,
  modelSeed,
  negativePrompt,
  safetyChecker,
  wordsOr,
  z,
} from "../declare";

export const clarityUpscaler = defineGenerator({
  provider: "fal",
  name: "fal-clarity-upscaler",
  title: "Clarity Upscaler",
  description: "Makes a picture larger and sharper. Clarity Upscaler by Clarity AI, at fal.",
  vendor: "Clarity AI",
  task: "image-upscale",
  artifactType: "image",
  endpoint: "fal-ai/clarity-upscaler",
  source: { page: "https://fal.ai/models/fal-ai/clarity-upscaler/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: wordsOr("masterpiece, best quality, highres", { title: "Prompt", description: "What the picture shows.", format: "textarea" }),
    image_url: imageInput({ title: "Picture", description: "What to work on." }),
    upscale_factor: decimal(1, 4, 2, { title: "Enlargement", description: "Times as wide and high." }),
    negative_prompt: negativePrompt("(worst quality, low quality, normal quality:2)"),
    creativity: decimal(0, 1, 0.35, { title: "Creativity", description: "How freely the prompt is read.", isAdvanced: true }),
    resemblance: decimal(0, 1, 0.6, { title: "Resemblance", description: "How close it stays to the picture.", isAdvanced: true }),
    guidance_scale: guidanceScale(0, 20, 4),
    num_inference_steps: inferenceSteps(4, 50, 18),
    seed: modelSeed(),
    enable_safety_checker: safetyChecker(),
  }),
  output: "image.url",
  // $0.03 for a megapixel of the result, of a picture of one megapixel.
  costUsd: ({ upscale_factor }) => 0.03 * upscale_factor ** 2,
});
