import { optionalAspectRatio, promptFor, z } from "@/lib/generators/contract/declare";

/**
 * What Photon takes here. Reference images are left out: Luma takes them by public addresses only.
 * https://docs.comfy.org/development/comfy-router/models/luma/photon-1/code (read 2026-11-26)
 */
export const photonInput = z.object({
  prompt: promptFor("What the image shows.", { min: 3, max: 5000 }),
  aspect_ratio: optionalAspectRatio(["1:1", "16:9", "9:16", "4:3", "3:4", "21:9", "9:21"], "aspectRatio"),
});

export const photonSource = {
  page: "https://docs.comfy.org/development/comfy-router/models/luma/photon-1/code",
  readOn: "2026-11-26",
  unverified: "Luma's own pages were not to be had; the price of an image is the last one that was known",
};
