import { defineGenerator } from "@/lib/generators/contract/declare";
import { transcriptionInput } from "./transcription-fields";

export const universal35Pro = defineGenerator({
  provider: "assemblyai",
  name: "assemblyai-universal-3-5-pro",
  title: "Universal-3.5 Pro",
  description: "Writes down what is said in a recording, with Universal-3.5 Pro at AssemblyAI.",
  vendor: "AssemblyAI",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "transcription:universal-3-5-pro",
  source: { page: "https://www.assemblyai.com/pricing", readOn: "2026-11-26", unverified: "The price is the one that the page had on 2026-10-07" },
  input: transcriptionInput,
  output: "text",
  costUsd: ({ audio }, { seconds }) => (seconds(audio, 60) / 3600) * 0.21,
});
