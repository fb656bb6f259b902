import { imageInputs, promptFor } from "../declare";

/** What the models that make music have in common. */
export const lyriaFields = {
  prompt: promptFor("The music: genre, instruments, mood, tempo, lyrics; say “instrumental” for music without a voice.", { max: 20_000 }),
  images: imageInputs({ title: "Pictures", description: "What the music takes its mood from, up to 10.", min: 1, max: 10 }).nullish(),
};
