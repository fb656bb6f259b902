import { aspectRatio, imageInput, imageInputs, promptFor, requires, resolution } from "@/lib/generators/contract/declare";

/** What the models of Omni have in common. https://ai.google.dev/gemini-api/docs/omni (read 2026-11-26) */
export const omniFields = {
  prompt: promptFor("Describe the scene, the action and the audio. Add “in a single continuous shot” to avoid cuts."),
  first_frame: imageInput({ title: "First frame", description: "The image the video starts with." }).nullish(),
  last_frame: imageInput({ title: "Last frame", description: "The image the video ends with. Needs a first frame." }).nullish(),
  images: imageInputs({
    title: "Reference images",
    description: "People, products or styles to use, up to 6. Refer to the first one as <IMAGE_REF_0>.",
    max: 6,
  }).nullish(),
  aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9", "response_format.aspect_ratio"),
  resolution: resolution(["360p", "720p", "1080p", "4k"], "720p", "response_format.resolution"),
};

export const lastNeedsFirst = requires("last_frame", ["first_frame"], "A last frame needs a first frame");
