import { choice, modelSeed, promptFor, z } from "@/lib/generators/contract/declare";

const sizes = ["1024x1024", "1344x768", "768x1344", "1152x864", "864x1152"] as const;

/** What FLUX.2 takes at Together, which has no option that the package would know for several reference images (read 2026-11-26). */
export const flux2Input = z.object({
  prompt: promptFor("What the image shows.", { max: 10_000 }),
  size: choice(sizes, "1024x1024", { title: "Size", description: "Width times height in pixels." }),
  seed: modelSeed({ min: 0, max: 4_294_967_295 }),
});

export const flux2Source = {
  page: "https://docs.together.ai/docs/images-overview",
  readOn: "2026-11-26",
  unverified: "The page was not to be had: the names of models and their prices are the last ones that were known",
};
