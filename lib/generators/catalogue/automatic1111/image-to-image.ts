import { decimal, defineGenerator, imageInput, type Json, promptFor, sourceImage, whole, z } from "@/lib/generators/contract/declare";
import { stableDiffusionFields } from "./stable-diffusion-fields";

export const imageToImage = defineGenerator({
  provider: "automatic1111",
  name: "automatic1111-image-to-image",
  title: "Stable Diffusion Edit (your server)",
  description: "Edit an image with Stable Diffusion, on your own AUTOMATIC1111 or Forge server.",
  vendor: "Your server",
  task: "image-edit",
  artifactType: "image",
  endpoint: "img2img",
  source: { page: "https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki/API", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("Describe the image you want."),
    image: sourceImage("The image to start from, cropped to the size below."),
    denoising_strength: decimal(0, 1, 0.75, { title: "Denoising strength", description: "0 keeps the image, 1 ignores it." }),
    mask: imageInput({ title: "Mask", description: "White areas are edited, black areas are kept." }).nullish(),
    mask_blur: whole(0, 64, 4, { title: "Mask blur", description: "Softens the edge of the mask, in pixels.", isAdvanced: true }),
    ...stableDiffusionFields,
  }),
  constants: { resize_mode: 1 },
  request: ({ image, mask, mask_blur, ...request }) => ({ ...request, init_images: [image as Json], ...(mask ? masked(mask, mask_blur) : {}) }),
  output: "images[].url",
  costUsd: () => 0,
});

// Begins with what is under the mask, and looks at the whole image.
const masked = (mask: Json, mask_blur: Json = 4): Record<string, Json> => ({ mask, mask_blur, inpainting_fill: 1, inpaint_full_res: false });
