import type { Provider } from "@/lib/generators/contract/provider";
import { askAccount } from "@/lib/generators/transport/ask-account";
import { inlineFiles } from "@/lib/generators/transport/inline-files";
import { ownServerFailure } from "@/lib/generators/transport/own-server";
import type { RefusalRule } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { callOpenAi, callSeconds } from "../openai/provider";
import * as models from "./models";

/** The first server. More have names of their own: see named-servers.ts. */
export const openaiCompatible: Provider = openaiCompatibleServer({
  name: "openai-compatible",
  title: "OpenAI-compatible",
  variables: [
    { name: "OPENAI_COMPATIBLE_URL", holds: "baseUrl", description: "The address of a server of your own: Ollama, LocalAI, vLLM, LiteLLM …" },
    { name: "OPENAI_COMPATIBLE_API_KEY", holds: "apiKey", isOptional: true },
  ],
  models,
});

/**
 * Any server that speaks OpenAI's HTTP: Ollama, LocalAI, vLLM, LiteLLM … It works within the call. What it costs is not known here; it may
 * be a gateway to one that is paid, so that a lost start is not repeated.
 */
export function openaiCompatibleServer(server: Pick<Provider, "name" | "title" | "folder" | "variables" | "models">): Provider {
  return {
    ...server,
    website: "https://docs.ollama.com/api/openai-compatibility",
    isOwnServer: true,
    concurrency: 4,
    callSeconds,

    async start(access, submission) {
      const inline = { ...submission, request: await inlineFiles(submission), files: new Map() };
      return callOpenAi(access, inline, apiAddress(access.baseUrl), ownRules(server.title)).catch((error) => {
        throw ownServerFailure(error, ({ error: failure }) => (failure as { message?: unknown } | null)?.message ?? failure);
      });
    },
    status: async () => {
      throw new BoardsError("provider.outcome_unknown");
    },
    cancel: async () => false,

    // https://docs.ollama.com/api/openai-compatibility: every such server lists its models.
    async testKey({ apiKey, baseUrl }) {
      await askAccount(`${apiAddress(baseUrl)}/models`, apiKey ? { authorization: `Bearer ${apiKey}` } : {});
      return {};
    },

    // Images that the server keeps may ask for the key as well.
    resultHeaders: ({ apiKey, baseUrl }, url): Record<string, string> =>
      apiKey && new URL(url).origin === new URL(baseUrl).origin ? { authorization: `Bearer ${apiKey}` } : {},
  };
}

/** https://docs.ollama.com/api/errors, https://openrouter.ai/docs/api-reference/errors (read 2026-11-26) */
const ownRules = (title: string): RefusalRule[] => [
  {
    status: [404],
    says: /model/i,
    reason: "provider.model_gone",
    message: say("reasons.provider.modelNotInstalled", { server: title }),
  },
  // As gateways have it.
  { status: [403], says: /flagged|moderation/i, reason: "provider.content_refused" },
];

// People give the server's address with or without the version.
const apiAddress = (baseUrl: string) => (/\/v\d/.test(new URL(baseUrl).pathname) ? baseUrl : `${baseUrl}/v1`);
