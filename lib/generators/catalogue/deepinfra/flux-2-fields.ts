import { choice, modelSeed, promptFor } from "@/lib/generators/contract/declare";

/** What FLUX.2 takes at DeepInfra: https://deepinfra.com/black-forest-labs/FLUX-2-dev/api (read 2026-11-26) */
export const flux2Fields = {
  prompt: promptFor("What the image shows.", { max: 10_000 }),
  size: choice(["1024x1024", "1280x720", "720x1280", "1152x864", "864x1152", "1536x1024", "1024x1536"], "1024x1024", {
    title: "Size",
    description: "Width times height in pixels.",
  }),
  seed: modelSeed({ min: 0, max: 4_294_967_295 }),
};

/** How many times 1024 by 1024 pixels a size is. */
export function squaresIn(size: string): number {
  const [width = 0, height = 0] = size.split("x").map(Number);
  return (width / 1024) * (height / 1024);
}
