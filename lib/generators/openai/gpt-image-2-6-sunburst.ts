import { defineGenerator, z } from "../declare";
import { gptImage26BilledUsd, gptImage26Endpoint, gptImage26Fields, gptImage26Rules, gptImage26Usd } from "./gpt-image-2-6-fields";

export const gptImage26Sunburst = defineGenerator({
  provider: "openai",
  name: "openai-gpt-image-2-6-sunburst",
  title: "GPT Image 2.6 Sunburst",
  description: "Makes and changes pictures that must be exact, with GPT Image 2.6 Sunburst at OpenAI.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: gptImage26Endpoint,
  source: { page: "https://developers.openai.com/api/docs/guides/image-prompting", readOn: "2026-11-26" },
  input: z.object(gptImage26Fields),
  rules: gptImage26Rules,
  constants: { model: "gpt-image-2.6-sunburst" },
  output: "data[].url",
  costUsd: gptImage26Usd,
  billedUsd: gptImage26BilledUsd,
});
