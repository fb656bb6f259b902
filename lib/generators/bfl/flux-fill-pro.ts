import { decimal, defineGenerator, flag, imageInput, inferenceSteps, modelSeed, outputFormat, promptFor, sourceImage, whole, z } from "../declare";

export const fluxFillPro = defineGenerator({
  provider: "bfl",
  name: "bfl-flux-fill-pro",
  title: "FLUX.1 Fill [pro]",
  description: "Paints anew what a mask marks in a picture, with FLUX.1 Fill [pro] at Black Forest Labs.",
  vendor: "Black Forest Labs",
  task: "inpainting",
  artifactType: "image",
  endpoint: "flux-pro-1.0-fill",
  source: { page: "https://docs.bfl.ai/flux_tools/flux_1_fill", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What the marked part shows."),
    image: sourceImage("What to work on. Where it is transparent it is painted, unless there is a mask."),
    mask: imageInput({ title: "Mask", description: "White where it is painted, black where it stays; as large as the picture." }).nullish(),
    steps: inferenceSteps(15, 50, 50),
    guidance: decimal(1.5, 100, 60, { title: "Guidance", description: "How closely the prompt is followed.", isAdvanced: true }),
    prompt_upsampling: flag(false, { title: "Enhance the prompt", description: "Lets the provider improve the prompt.", isAdvanced: true }),
    seed: modelSeed(),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    safety_tolerance: whole(0, 6, 2, { title: "Safety tolerance", description: "0 is the strictest.", isAdvanced: true }),
  }),
  output: "sample",
  costUsd: () => 0.05,
});
