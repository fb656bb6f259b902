import { aspectRatio, defineGenerator, flag, imageInputs, promptFor, resolution, whole, z } from "@/lib/generators/contract/declare";

const ratios = ["21:9", "2:1", "16:9", "3:2", "7:5", "4:3", "5:4", "1:1", "4:5", "3:4", "5:7", "2:3", "9:16", "1:2", "9:21"] as const;
const imageUsd = { "768sq": 0.041, "1k": 0.048, "1.5k": 0.07, "2k": 0.1, "4k": 0.607 };

export const flux3Image = defineGenerator({
  provider: "bfl",
  name: "bfl-flux-3-image",
  title: "FLUX.3 Image (BFL)",
  description: "Generate and edit images up to 4K with FLUX.3, on Black Forest Labs.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "flux-3-image",
  source: {
    page: "https://docs.bfl.ai/api-reference/utility/generate-an-image-with-flux-3",
    readOn: "2026-11-26",
    unverified: "BFL's own price table for it was not found: prices are from others who resell it at list price",
  },
  input: z.object({
    prompt: promptFor("Describe the image. With images, say what to change and call them “image 1”, “image 2”.", { max: 32_000 }),
    images: imageInputs({ title: "Images", description: "Images to edit or combine, up to 10. At least 256 × 256 pixels.", max: 10 }).nullish(),
    aspect_ratio: aspectRatio(["auto", ...ratios], "auto"),
    resolution: resolution(["768sq", "1k", "1.5k", "2k", "4k"], "1k"),
    grounding: flag(true, { title: "Web search", description: "Looks up facts and images on the web first. Off is faster.", isAdvanced: true }),
    safety_tolerance: whole(0, 4, 2, { title: "Safety tolerance", description: "0 is the strictest.", isAdvanced: true }),
  }),
  output: "sample",
  costUsd: ({ resolution }) => imageUsd[resolution],
});
