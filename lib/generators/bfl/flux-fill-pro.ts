import { decimal, defineGenerator, flag, imageInput, inferenceSteps, modelSeed, outputFormat, promptFor, sourceImage, whole, z } from "../declare";

export const fluxFillPro = defineGenerator({
  provider: "bfl",
  name: "bfl-flux-fill-pro",
  title: "FLUX.1 Fill [pro]",
  description: "Inpaint the masked part of an image with FLUX.1 Fill [pro], on Black Forest Labs.",
  vendor: "Black Forest Labs",
  task: "inpainting",
  artifactType: "image",
  endpoint: "flux-pro-1.0-fill",
  source: { page: "https://docs.bfl.ai/flux_tools/flux_1_fill", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("Describe what to paint in the masked area."),
    image: sourceImage("The image to edit. Without a mask, its transparent areas are painted."),
    mask: imageInput({ title: "Mask", description: "White areas are painted, black areas stay. Same size as the image." }).nullish(),
    steps: inferenceSteps(15, 50, 50),
    guidance: decimal(1.5, 100, 60, { title: "Guidance scale", description: "How closely to follow the prompt.", isAdvanced: true }),
    prompt_upsampling: flag(false, { title: "Prompt upsampling", description: "Adds detail to your prompt before generating.", isAdvanced: true }),
    seed: modelSeed(),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    safety_tolerance: whole(0, 6, 2, { title: "Safety tolerance", description: "0 is the strictest.", isAdvanced: true }),
  }),
  output: "sample",
  costUsd: () => 0.05,
});
