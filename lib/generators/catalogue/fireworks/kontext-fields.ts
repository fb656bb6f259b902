import { imageInputs, modelSeed, optionalAspectRatio, promptFor, z } from "@/lib/generators/contract/declare";

/** What FLUX Kontext takes at Fireworks, as `@ai-sdk/fireworks` 3.0.62 sends it (read 2026-11-26) */
export const kontextInput = z.object({
  prompt: promptFor("What the image shows; with an image, what to change.", { max: 10_000 }),
  images: imageInputs({ title: "Image", description: "What to edit.", max: 1 }).nullish(),
  aspect_ratio: optionalAspectRatio(["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "21:9", "9:21"], "aspectRatio"),
  seed: modelSeed({ min: 0, max: 4_294_967_295 }),
});

export const kontextSource = {
  page: "https://docs.fireworks.ai/api-reference/generate-or-edit-image-using-flux-kontext",
  readOn: "2026-11-26",
  unverified: "The page was not to be had: inputs are those of @ai-sdk/fireworks 3.0.62, prices those of Black Forest Labs",
};
