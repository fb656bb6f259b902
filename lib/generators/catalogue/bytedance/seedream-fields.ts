import { choice, flag, imageInputs, promptFor, z } from "@/lib/generators/contract/declare";

/** Where what Seedream takes here was read. */
export const seedreamSource = {
  page: "https://ai-sdk.dev/providers/ai-sdk-providers/bytedance",
  readOn: "2026-11-26",
  unverified: "BytePlus' own pages could not be read: the id is the one in @ai-sdk/bytedance 1.0.29, and the price is not checked",
};

/** What Seedream takes at BytePlus. */
export const seedreamInput = z.object({
  prompt: promptFor("What the image should show, or what to change in the images.", { max: 5000 }),
  images: imageInputs({ title: "Images", description: "Up to 10 images to edit.", max: 10 }).nullish(),
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
});
