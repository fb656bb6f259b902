import { imageInputs, promptFor } from "@/lib/generators/contract/declare";

/** What the models that make music have in common. */
export const lyriaFields = {
  prompt: promptFor("Genre, instruments, mood, tempo and lyrics. Ask for “instrumental” to leave out vocals.", { max: 20_000 }),
  images: imageInputs({ title: "Images", description: "Images that set the mood, up to 10.", min: 1, max: 10 }).nullish(),
};
