import { aspectRatio, defineGenerator, imageInputs, type Json, numImages, promptFor, z } from "@/lib/generators/contract/declare";

const sizes = {
  auto: "auto",
  "21:9": "2352:1008",
  "16:9": "2016:1152",
  "3:2": "1920:1280",
  "4:3": "1792:1344",
  "1:1": "1600:1600",
  "3:4": "1344:1792",
  "2:3": "1280:1920",
  "9:16": "1152:2016",
};
type Ratio = keyof typeof sizes;
const ratios = Object.keys(sizes) as [Ratio, ...Ratio[]];

export const museImage = defineGenerator({
  provider: "runway",
  name: "runway-muse-image",
  title: "Muse Image (Runway)",
  description: "Generate images for a cent each, with reference images, using Meta's Muse Image, on Runway.",
  vendor: "Meta",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "text_to_image",
  source: {
    page: "https://docs.dev.runwayml.com/guides/pricing",
    readOn: "2026-11-26",
    unverified: "How many images it takes and makes at most was not found",
  },
  input: z.object({
    prompt: promptFor("Describe the image.", { max: 5000, wire: "promptText" }),
    images: imageInputs({ title: "Reference images", description: "People, products or styles to show, up to 3.", max: 3 }).nullish(),
    aspect_ratio: aspectRatio(ratios, "auto"),
    num_images: numImages(4).meta({ wire: "outputCount", title: "Number of images", description: "How many to generate at once.", isCount: true }),
  }),
  constants: { model: "muse_image" },
  request: ({ images, aspect_ratio: _a, ...request }, inputs) => ({
    ...request,
    ratio: sizes[inputs.aspect_ratio],
    ...(images ? { referenceImages: [images].flat().map((uri): Json => ({ uri })) } : {}),
  }),
  output: "output[]",
  costUsd: ({ num_images }) => 0.01 * num_images,
});
