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
} from "@/lib/generators/contract/declare";

export const clarityUpscaler = defineGenerator({
  provider: "fal",
  name: "fal-clarity-upscaler",
  title: "Clarity Upscaler",
  description: "Upscale an image up to 4× and add detail with a prompt, using Clarity Upscaler, on fal.",
  vendor: "Clarity AI",
  task: "image-upscale",
  artifactType: "image",
  endpoint: "fal-ai/clarity-upscaler",
  source: { page: "https://fal.ai/models/fal-ai/clarity-upscaler/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: wordsOr("masterpiece, best quality, highres", {
      title: "Prompt",
      description: "Describe the image to guide the added detail.",
      format: "textarea",
    }),
    image_url: imageInput({ title: "Image", description: "The image to upscale." }),
    upscale_factor: decimal(1, 4, 2, { title: "Scale", description: "How many times wider and taller." }),
    negative_prompt: negativePrompt("(worst quality, low quality, normal quality:2)"),
    creativity: decimal(0, 1, 0.35, { title: "Creativity", description: "How much new detail to add.", isAdvanced: true }),
    resemblance: decimal(0, 1, 0.6, { title: "Resemblance", description: "How closely to match the original image.", isAdvanced: true }),
    guidance_scale: guidanceScale(0, 20, 4),
    num_inference_steps: inferenceSteps(4, 50, 18),
    seed: modelSeed(),
    enable_safety_checker: safetyChecker(),
  }),
  output: "image.url",
  // $0.03 for a megapixel of the result, of an image of one megapixel.
  costUsd: ({ upscale_factor }) => 0.03 * upscale_factor ** 2,
});
