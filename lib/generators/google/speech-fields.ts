import { choice, type Json, optionalWords, words } from "../declare";

// https://ai.google.dev/gemini-api/docs/generate-content/speech-generation#voices
const voices = [
  ...["Achernar", "Achird", "Algenib", "Algieba", "Alnilam", "Aoede", "Autonoe", "Callirrhoe", "Charon", "Despina"],
  ...["Enceladus", "Erinome", "Fenrir", "Gacrux", "Iapetus", "Kore", "Laomedeia", "Leda", "Orus", "Puck"],
  ...["Pulcherrima", "Rasalgethi", "Sadachbia", "Sadaltager", "Schedar", "Sulafat", "Umbriel", "Vindemiatrix", "Zephyr", "Zubenelgenubi"],
];

/** What the models that speak have in common. */
export const speechFields = {
  text: words({ title: "Text", description: "What is said, word for word; a sign such as <sigh> is acted.", format: "textarea" }, 8000),
  voice: choice(voices, "Kore", { title: "Voice", description: "Who speaks.", wire: "config.speechConfig.voiceConfig.voice" }),
  instructions: optionalWords({ title: "Manner", description: "How to speak, in words." }, 2000),
};

/** What is said, and beside it the manner: what stands in the text itself would be read aloud. */
export const asSpeech = ({ text = "", instructions, ...request }: Record<string, Json>): Record<string, Json> => ({
  ...request,
  contents: [{ role: "user", parts: [{ text, ...(instructions ? { speechMetadata: { style: instructions } } : {}) }] }],
});

// Google counts about 32 tokens a second, and a voice says about 15 letters in one.
const tokensPerLetter = 32 / 15;

/** What speaking a text costs, about; prices are in US dollars for a million tokens. */
export const speechUsd = (text: string, { input, output }: { input: number; output: number }) =>
  (text.length * (input / 4 + output * tokensPerLetter)) / 1_000_000;
