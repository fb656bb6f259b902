import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { asSunoRequest, sunoCount, sunoFields } from "./suno-fields";

export const sunoV55 = defineGenerator({
  provider: "kie",
  name: "kie-suno-v5-5",
  title: "Suno 5.5",
  description: "Compose songs with Suno 5.5, on Kie. Suno 6 has replaced it.",
  vendor: "Suno",
  task: "music",
  artifactType: "audio",
  endpoint: "suno:",
  source: { page: "https://docs.kie.ai/suno-api/generate-music", readOn: "2026-11-26", unverified: "Its price was not found again" },
  input: z.object(sunoFields),
  constants: { model: "V5_5", customMode: true },
  outputCount: sunoCount,
  request: asSunoRequest,
  output: "response.sunoData[].audioUrl",
  costUsd: () => 0.06,
});
