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

export const gptImage25Sunburst = defineGenerator({
  provider: "openai",
  name: "openai-gpt-image-2-5-sunburst",
  title: "GPT Image 2.5 Sunburst",
  description: "Edit images precisely, again and again, with GPT Image 2.5 Sunburst, on OpenAI.",
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
  constants: { model: "gpt-image-2.5-sunburst" },
  output: "data[].url",
  costUsd: gptImage2Usd(tokens25),
  billedUsd: gptImage2BilledUsd,
});
