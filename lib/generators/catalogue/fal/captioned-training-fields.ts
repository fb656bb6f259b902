import { imageInputs, words } from "@/lib/generators/contract/declare";

/** What a LoRA is trained on, where the images come with one caption. */
export const captionedTrainingFields = {
  images: imageInputs({
    title: "Training images",
    description: "Images of one subject or style. Ten or more work best.",
    min: 4,
    max: 100,
    wire: "image_data_url",
    isArchive: true,
  }),
  // Images without captions of their own are refused without one.
  default_caption: words(
    { title: "Caption", description: "Describes every image, with a word that brings up the subject or style in prompts." },
    1000,
  ),
};
