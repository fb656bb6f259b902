import { choice, type Json, optionalWords, words } from "@/lib/generators/contract/declare";

// https://ai.google.dev/gemini-api/docs/generate-content/speech-generation#voices
const voices = [
  ...["Achernar", "Achird", "Algenib", "Algieba", "Alnilam", "Aoede", "Autonoe", "Callirrhoe", "Charon", "Despina"],
  ...["Enceladus", "Erinome", "Fenrir", "Gacrux", "Iapetus", "Kore", "Laomedeia", "Leda", "Orus", "Puck"],
  ...["Pulcherrima", "Rasalgethi", "Sadachbia", "Sadaltager", "Schedar", "Sulafat", "Umbriel", "Vindemiatrix", "Zephyr", "Zubenelgenubi"],
];

/** What the models that speak have in common. */
export const speechFields = {
  text: words({ title: "Text", description: "The text to speak. Tags such as <sigh> are acted out.", format: "textarea" }, 8000),
  voice: choice(voices, "Kore", { title: "Voice", description: "The voice to speak with.", wire: "config.speechConfig.voiceConfig.voice" }),
  instructions: optionalWords({ title: "Instructions", description: "Tone, accent, pace or emotion, in your own words." }, 2000),
};

/** The text, and beside it the instructions: within the text they would be read aloud. */
export const asSpeech = ({ text = "", instructions, ...request }: Record<string, Json>): Record<string, Json> => ({
  ...request,
  contents: [{ role: "user", parts: [{ text, ...(instructions ? { speechMetadata: { style: instructions } } : {}) }] }],
});

// Google counts about 32 tokens a second, and a voice says about 15 letters in one.
const tokensPerLetter = 32 / 15;

/** What speaking a text costs, about; prices are in US dollars for a million tokens. */
export const speechUsd = (text: string, { input, output }: { input: number; output: number }) =>
  (text.length * (input / 4 + output * tokensPerLetter)) / 1_000_000;
