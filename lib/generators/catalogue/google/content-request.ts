import type { Json } from "@/lib/generators/contract/define-generator";

const listed = (value: Json | undefined): Json[] => (value === undefined ? [] : [value].flat());

/** What is shown or played, then what is asked about it: the contents of one question to Gemini. */
export const asContents = ({ prompt, images, video, sound, ...request }: Record<string, Json>): Record<string, Json> => ({
  ...request,
  contents: [...listed(images), ...listed(video), ...listed(sound), ...listed(prompt)],
});
