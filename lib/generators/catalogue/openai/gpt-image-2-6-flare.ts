import { defineGenerator, z } from "@/lib/generators/contract/declare";
import {
  complexity,
  gptImage2BilledUsd,
  gptImage2Endpoint,
  gptImage2Fields,
  gptImage2Rules,
  gptImage2Usd,
  tokens26,
  tokensUnverified,
} from "./gpt-image-2-fields";

export const gptImage26Flare = defineGenerator({
  provider: "openai",
  name: "openai-gpt-image-2-6-flare",
  title: "GPT Image 2.6 Flare",
  description: "Generate and edit images in seconds with GPT Image 2.6 Flare, on OpenAI.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: gptImage2Endpoint,
  source: {
    page: "https://developers.openai.com/api/docs/guides/image-generation",
    readOn: "2026-11-26",
    unverified: tokensUnverified,
  },
  input: z.object({ ...gptImage2Fields, complexity }),
  rules: gptImage2Rules,
  constants: { model: "gpt-image-2.6-flare" },
  output: "data[].url",
  costUsd: gptImage2Usd(tokens26),
  billedUsd: gptImage2BilledUsd,
});
