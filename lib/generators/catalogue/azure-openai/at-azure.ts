import type * as z from "zod";
import { type DeclarativeGenerator, optionalWords } from "@/lib/generators/contract/declare";

const page = "https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle";
const unverified = "Azure's own price list could not be opened: the prices are OpenAI's, which resellers list for Azure as well";

/** One of OpenAI's models as Azure offers it: asked for by the name of its deployment, which is the model's unless said otherwise. */
export function atAzure<Input extends z.ZodObject>(model: DeclarativeGenerator<Input>): DeclarativeGenerator {
  const { name, title, description, constants = {}, request = (made) => made, input } = model as unknown as DeclarativeGenerator;
  const { model: usualDeployment = "", ...others } = constants;
  const deployment = optionalWords(
    { title: "Deployment", description: `Its name in your Azure resource. Empty is ${usualDeployment}.`, isSent: false, isAdvanced: true },
    64,
  );
  return {
    ...(model as unknown as DeclarativeGenerator),
    provider: "azure-openai",
    name: name.replace(/^openai-/, "azure-openai-"),
    title: `${title} (Azure)`,
    description: description.replace("on OpenAI", "on Azure"),
    source: { page, readOn: "2026-11-26", unverified },
    input: input.extend({ deployment }),
    constants: others,
    request: (made, inputs) => ({ ...request(made, inputs), model: String(inputs.deployment || usualDeployment) }),
  };
}
