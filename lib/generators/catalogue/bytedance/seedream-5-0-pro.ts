import { choice, defineGenerator, flag, imageInputs, promptFor, z } from "@/lib/generators/contract/declare";

export const bytedanceSeedream5Pro = defineGenerator({
  provider: "bytedance",
  name: "bytedance-seedream-5-0-pro",
  title: "Seedream 5.0 Pro (BytePlus)",
  description: "Makes and edits images with Seedream 5.0 Pro at BytePlus ModelArk.",
  vendor: "ByteDance",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image:dola-seedream-5-0-pro-260628",
  source: {
    page: "https://ai-sdk.dev/providers/ai-sdk-providers/bytedance",
    readOn: "2026-11-26",
    unverified:
      "BytePlus' own pages were not to be had: the model's id is the one that @ai-sdk/bytedance 1.0.29 knows; the price of an image could not be checked",
  },
  input: z.object({
    prompt: promptFor("What the image shows; with images, what to change or make of them.", { max: 5000 }),
    images: imageInputs({ title: "Images", description: "What to edit, up to 10.", max: 10 }).nullish(),
    size: choice(["2048x2048", "2560x1440", "1440x2560", "2304x1728", "1728x2304", "4096x4096"], "2048x2048", {
      title: "Size",
      description: "Width times height in pixels.",
    }),
    watermark: flag(false, {
      title: "Watermark",
      description: "Writes “AI generated” into a corner.",
      isAdvanced: true,
      wire: "providerOptions.bytedance.watermark",
    }),
  }),
  output: "images[].url",
  costUsd: () => 0.05,
});
