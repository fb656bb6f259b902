import { choice, defineGenerator, promptFor, z } from "@/lib/generators/contract/declare";
import { ideogramFields, quality } from "./v4-5-fields";

const sizes = [
  "1024x1024",
  "2048x2048",
  "1792x2240",
  "2240x1792",
  "1728x2304",
  "2304x1728",
  "1664x2496",
  "2496x1664",
  "1600x2560",
  "2560x1600",
  "1440x2560",
  "2560x1440",
  "1440x2880",
  "2880x1440",
] as const;

// https://ideogram.ai/blog/ideogram-api-pricing (read 2026-11-26, prices of 2026-11-16)
const usd = { low: 0.03, medium: 0.06, high: 0.1 };

export const ideogram45 = defineGenerator({
  provider: "ideogram",
  name: "ideogram-4-5",
  title: "Ideogram 4.5",
  description: "Makes posters, logos and images with lettering that reads well, with Ideogram 4.5 at Ideogram.",
  vendor: "Ideogram",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image/generate/ideogram-4-5",
  source: {
    page: "https://developer.ideogram.ai/api-reference/images/generate/ideogram-4-5",
    readOn: "2026-11-26",
    unverified: "The reference says that 1024x1024 is billed as 1K, but no page has a price of its own for it",
  },
  input: z.object({
    prompt: promptFor("What the image shows; put lettering in quotes.", { max: 10_000 }),
    size: choice(["auto", ...sizes], "auto", { title: "Size", description: "In pixels; auto follows the prompt.", omit: ["auto"] }),
    quality: quality(["low", "medium", "high"], "medium"),
    magic_prompt: choice(["auto", "on", "off"], "auto", {
      title: "Magic prompt",
      description: "Lets Ideogram write the prompt out in more detail; off keeps your words.",
      isAdvanced: true,
    }),
    ...ideogramFields,
  }),
  output: "data[].url",
  costUsd: ({ quality, num_images }) => usd[quality] * num_images,
});
