import { choice, defineGenerator, sourceImage, whole, z } from "@/lib/generators/contract/declare";

const strength = (title: string, description: string, wire: string) => whole(0, 100, 0, { title, description, wire, isAdvanced: true });

export const magnificPrecisionUpscaler = defineGenerator({
  provider: "runway",
  name: "runway-magnific-precision-upscaler",
  title: "Magnific Precision Upscaler v2 (Runway)",
  description: "Upscale an image faithfully with Magnific Precision Upscaler v2, on Runway.",
  vendor: "Magnific",
  task: "image-upscale",
  artifactType: "image",
  endpoint: "image_upscale",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-26" },
  input: z.object({
    image: sourceImage("The image to upscale. Each side 300 to 8,000 pixels.", "imageUri"),
    scale: choice([2, 4, 8, 16], 2, { title: "Scale", description: "How many times larger, up to 25 megapixels.", wire: "scaleFactor" }),
    flavor: choice(["photo", "photo_denoiser", "sublime"], "photo", { title: "Flavor", description: "Sublime is for illustrations." }),
    sharpen: strength("Sharpness", "0 adds none.", "sharpen"),
    smart_grain: strength("Grain", "Adds grain and texture.", "smartGrain"),
    ultra_detail: strength("Detail", "Adds fine detail.", "ultraDetail"),
  }),
  constants: { model: "magnific_precision_upscaler_v2" },
  output: "output[]",
  // Results of more than 4096 pixels cost six times as much; which it will be is not known here.
  costUsd: ({ scale }) => (scale > 2 ? 1.5 : 0.25),
});
