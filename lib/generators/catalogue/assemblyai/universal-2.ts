import { defineGenerator } from "@/lib/generators/contract/declare";
import { transcriptionInput } from "./transcription-fields";

export const universal2 = defineGenerator({
  provider: "assemblyai",
  name: "assemblyai-universal-2",
  title: "Universal-2",
  description: "Writes down what is said in a recording, with Universal-2 at AssemblyAI.",
  vendor: "AssemblyAI",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "transcription:universal-2",
  source: { page: "https://www.assemblyai.com/pricing", readOn: "2026-11-26", unverified: "The price is the one that the page had on 2026-10-07" },
  input: transcriptionInput,
  output: "text",
  costUsd: ({ audio }, { seconds }) => (seconds(audio, 60) / 3600) * 0.15,
});
