import { defineGenerator, z } from "../declare";
import { gptImage26BilledUsd, gptImage26Endpoint, gptImage26Fields, gptImage26Rules, gptImage26Usd } from "./gpt-image-2-6-fields";

export const gptImage26Flare = defineGenerator({
  provider: "openai",
  name: "openai-gpt-image-2-6-flare",
  title: "GPT Image 2.6 Flare",
  description: "Makes and changes pictures fast, with GPT Image 2.6 Flare at OpenAI.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: gptImage26Endpoint,
  source: { page: "https://developers.openai.com/api/docs/guides/image-prompting", readOn: "2026-11-26" },
  input: z.object(gptImage26Fields),
  rules: gptImage26Rules,
  constants: { model: "gpt-image-2.6-flare" },
  output: "data[].url",
  costUsd: gptImage26Usd,
  billedUsd: gptImage26BilledUsd,
});
