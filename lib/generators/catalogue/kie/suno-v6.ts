import { choice, defineGenerator, optionalWords, z } from "@/lib/generators/contract/declare";
import { asSunoRequest, sunoCount, sunoFields } from "./suno-fields";

export const sunoV6 = defineGenerator({
  provider: "kie",
  name: "kie-suno-v6",
  title: "Suno 6",
  description: "Compose songs of up to six minutes with Suno 6, on Kie.",
  vendor: "Suno",
  task: "music",
  artifactType: "audio",
  endpoint: "suno:",
  source: {
    page: "https://docs.kie.ai/suno-api/generate-music",
    readOn: "2026-11-26",
    unverified: "Its price was not found: it is estimated as Suno 5.5's",
  },
  input: z.object({
    ...sunoFields,
    model: choice(["V6", "V6_WILD", "V6_MINI"], "V6", { title: "Model", description: "Wild is more surprising, Mini is faster." }),
    duration: z.int().min(10).max(360).nullish().meta({ title: "Duration", description: "In seconds. Leave empty to let the model decide." }),
    negative_tags: optionalWords({
      title: "Exclude styles",
      description: "Styles and instruments to leave out.",
      wire: "negativeTags",
      isAdvanced: true,
    }),
  }),
  constants: { customMode: true },
  outputCount: sunoCount,
  request: asSunoRequest,
  output: "response.sunoData[].audioUrl",
  costUsd: () => 0.06,
});
