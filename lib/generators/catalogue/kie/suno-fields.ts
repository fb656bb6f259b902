import { flag, has, type Json, optionalChoice, optionalWords, words, wordsOr } from "@/lib/generators/contract/declare";

/** What Suno's models that make songs take. https://docs.kie.ai/suno-api/generate-music (read 2026-11-26) */
export const sunoFields = {
  title: words({ title: "Title", description: "The song's title." }, 80),
  style: words({ title: "Style", description: "Genre, mood, tempo and instruments." }, 1000),
  lyrics: wordsOr(
    "",
    {
      title: "Lyrics",
      description: "The words to sing. Leave empty to let the style decide.",
      format: "textarea",
      isSent: false,
      visibleWhen: has("instrumental", false),
    },
    5000,
  ),
  instrumental: flag(false, { title: "Instrumental", description: "Leaves out vocals." }),
  vocal_gender: optionalChoice(["m", "f"], { title: "Vocals", description: "Male (m) or female (f).", wire: "vocalGender" }),
  persona_id: optionalWords({
    title: "Persona",
    description: "A persona ID from Suno, to keep the voice of an earlier song.",
    wire: "personaId",
    isAdvanced: true,
  }),
};

/** Suno always makes two. */
export const sunoCount = () => 2;

interface Song {
  lyrics: string;
  instrumental: boolean;
  style: string;
}

/** What is sung, or else the style again: Suno asks for a prompt in any case. */
export const asSunoRequest = (request: Record<string, Json>, { lyrics, instrumental, style }: Song): Record<string, Json> => ({
  ...request,
  prompt: lyrics && !instrumental ? lyrics : style,
});
