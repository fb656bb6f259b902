import { audioInput, imageInputs, optionalWords, promptFor, videoInput } from "@/lib/generators/contract/declare";
import type { CostFacts } from "@/lib/generators/contract/define-generator";

/** What the models that write take: a question about images, a video or audio. https://ai.google.dev/gemini-api/docs/text-generation (read 2026-11-26) */
export const textFields = {
  prompt: promptFor("Ask a question or describe what to write.", { max: 100_000 }),
  images: imageInputs({ title: "Images", description: "Images to ask about, up to 10.", min: 1, max: 10 }).nullish(),
  video: videoInput({ title: "Video", description: "A video to ask about." }).nullish(),
  audio: audioInput({ title: "Audio", description: "A recording to ask about.", wire: "sound" }).nullish(),
  instructions: optionalWords(
    { title: "Instructions", description: "Tone, format and rules for the answer.", wire: "config.systemInstruction" },
    20_000,
  ),
};

interface Asked {
  prompt: string;
  images?: string[] | null | undefined;
  video?: string | null | undefined;
  audio?: string | null | undefined;
}

/** An estimate; prices are in US dollars for a million tokens. An image is 1120 tokens, a second of video 300, one of audio 32. */
export function textUsd({ prompt, images, video, audio }: Asked, { input, output }: { input: number; output: number }, { seconds }: CostFacts) {
  const shown = 1120 * (images?.length ?? 0) + 300 * seconds(video, video ? 10 : 0) + 32 * seconds(audio, audio ? 60 : 0);
  return (input * (prompt.length / 4 + shown) + output * 1500) / 1_000_000;
}
