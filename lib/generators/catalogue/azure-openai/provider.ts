import type { Provider } from "@/lib/generators/contract/provider";
import { askAccount } from "@/lib/generators/transport/ask-account";
import type { RefusalRule } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { callOpenAi, callSeconds } from "../openai/provider";
import * as models from "./models";

/**
 * What Azure's own refusals mean, before those of OpenAI: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter (read
 * 2026-11-26); the sentences about keys, addresses and deployments are those that people quote.
 */
const rules: RefusalRule[] = [
  { code: ["content_filter", "contentFilter", "ResponsibleAIPolicyViolation"], reason: "provider.content_refused" },
  {
    code: ["DeploymentNotFound"],
    reason: "provider.model_gone",
    message: say("reasons.provider.azure.noDeployment"),
  },
  {
    status: [404],
    says: /resource not found/i,
    reason: "provider.not_configured",
    message: say("reasons.provider.azure.wrongAddress"),
  },
  {
    status: [403],
    says: /virtual network|firewall/i,
    reason: "provider.not_configured",
    message: say("reasons.provider.azure.network"),
  },
  {
    status: [403],
    says: /temporarily blocked/i,
    reason: "provider.not_configured",
    message: say("reasons.provider.azure.blocked"),
  },
  // It may have been made all the same.
  { status: [408], reason: "provider.outcome_unknown" },
];

/**
 * OpenAI's models in a resource of one's own at Azure, by the API that is OpenAI's word for word ("v1"): the client, the operations and the
 * forms are those of OpenAI. https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle (read 2026-11-26)
 */
export const azureOpenai: Provider = {
  name: "azure-openai",
  title: "Azure OpenAI",
  website: "https://portal.azure.com",
  variables: [
    { name: "AZURE_OPENAI_API_KEY", holds: "apiKey" },
    { name: "AZURE_OPENAI_ENDPOINT", holds: "baseUrl", description: "The endpoint of your Azure resource, as in https://example.openai.azure.com." },
  ],
  accountAddress: {
    hosts: /\.(openai|services\.ai|cognitiveservices)\.azure\.(com|us|cn)$/,
    example: "https://example.openai.azure.com",
  },
  models,
  concurrency: 10,
  callSeconds,
  start: (access, submission) => callOpenAi(access, submission, apiAddress(access.baseUrl), rules),
  status: async () => {
    throw new BoardsError("provider.outcome_unknown");
  },
  cancel: async () => false,

  // https://learn.microsoft.com/azure/ai-foundry/openai/latest: Azure tells no balance.
  async testKey({ apiKey, baseUrl }) {
    await askAccount(`${apiAddress(baseUrl)}/models`, { authorization: `Bearer ${apiKey}` }, rules);
    return {};
  },
};

/** Where the API is, for the endpoint of a resource or of a project in it, or the whole address. */
export function apiAddress(endpoint: string): string {
  const { origin, pathname } = new URL(endpoint);
  const path = pathname.replace(/\/+$/, "").replace(/^\/api\/projects\/.*$/, "");
  return `${origin}${/\/v1$/.test(path) ? path : `${path.replace(/\/openai$/, "")}/openai/v1`}`;
}
