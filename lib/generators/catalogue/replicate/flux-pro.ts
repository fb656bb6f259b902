import { aspectRatio, defineGenerator, promptFor, whole, z } from "@/lib/generators/contract/declare";

export const fluxPro = defineGenerator({
  provider: "replicate",
  name: "replicate-flux-pro",
  title: "FLUX 1.1 [pro] (Replicate)",
  description: "Generate images with FLUX 1.1 [pro], on Replicate.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "black-forest-labs/flux-1.1-pro",
  source: { page: "https://replicate.com/black-forest-labs/flux-1.1-pro/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    aspect_ratio: aspectRatio(["1:1", "16:9", "2:3", "3:2", "4:5", "5:4", "9:16", "3:4", "4:3"], "1:1"),
    safety_tolerance: whole(1, 5, 2, { title: "Safety tolerance", description: "1 is the strictest.", isAdvanced: true }),
  }),
  output: "output[] | output",
  costUsd: () => 0.04,
  billedUsd: ({ image_output_count }) => (image_output_count === undefined ? undefined : image_output_count * 0.04),
});
