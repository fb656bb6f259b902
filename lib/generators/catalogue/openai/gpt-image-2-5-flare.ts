import { defineGenerator, z } from "@/lib/generators/contract/declare";
import {
  gptImage2BilledUsd,
  gptImage2Endpoint,
  gptImage2Fields,
  gptImage2Rules,
  gptImage2Usd,
  tokens25,
  tokensUnverified,
} from "./gpt-image-2-fields";

export const gptImage25Flare = defineGenerator({
  provider: "openai",
  name: "openai-gpt-image-2-5-flare",
  title: "GPT Image 2.5 Flare",
  description: "Generate and edit images fast, with the cheapest drafts, using GPT Image 2.5 Flare, on OpenAI.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: gptImage2Endpoint,
  source: {
    page: "https://developers.openai.com/api/docs/guides/image-generation",
    readOn: "2026-11-26",
    unverified: tokensUnverified,
  },
  input: z.object(gptImage2Fields),
  rules: gptImage2Rules,
  constants: { model: "gpt-image-2.5-flare" },
  output: "data[].url",
  costUsd: gptImage2Usd(tokens25),
  billedUsd: gptImage2BilledUsd,
});
