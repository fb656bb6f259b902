import { defineGenerator, imageInputs, type Json, z } from "@/lib/generators/contract/declare";
import { pixelRatio, runwayFields, runwayPrompt } from "./runway-fields";

const small = ["1280:720", "720:1280", "720:720", "960:720", "720:960", "1680:720"] as const;
const large = ["1024:1024", "1080:1080", "1168:880", "1360:768", "1440:1080", "1080:1440", "1808:768", "1920:1080", "1080:1920", "2112:912"] as const;

export const gen4Image = defineGenerator({
  provider: "runway",
  name: "runway-gen-4-image",
  title: "Gen-4 Image",
  description: "Generate images with up to three references with Gen-4 Image, on Runway.",
  vendor: "Runway",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "text_to_image",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: runwayPrompt("Describe the image. Refer to references as @image1, @image2 and @image3."),
    reference_images: imageInputs({
      title: "Reference images",
      description: "People, places or styles to show, up to 3.",
      max: 3,
      wire: "referenceImages",
    }).nullish(),
    ratio: pixelRatio([...large, ...small], "1920:1080"),
    ...runwayFields,
  }),
  constants: { model: "gen4_image" },
  request: ({ referenceImages, ...request }) => (referenceImages ? { ...request, referenceImages: tagged(referenceImages as string[]) } : request),
  output: "output[]",
  costUsd: ({ ratio }) => ((small as readonly string[]).includes(ratio) ? 0.05 : 0.08),
});

const tagged = (addresses: string[]): Json => addresses.map((uri, index) => ({ uri, tag: `image${index + 1}` }));
