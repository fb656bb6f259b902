import { BoardsError } from "@/lib/errors";
import { inlineFiles } from "../inline-files";
import { callOpenAi, callSeconds } from "../openai/provider";
import { ownServerFailure } from "../own-server";
import type { Provider } from "../provider";

/**
 * Any server that speaks OpenAI's HTTP: Ollama, LocalAI, vLLM, LiteLLM … It works within the call. What it costs is not known here; it may
 * be a gateway to one that is paid, so that a lost start is not repeated.
 */
export const openaiCompatible: Provider = {
  name: "openai-compatible",
  title: "OpenAI-compatible",
  website: "https://docs.ollama.com/api/openai-compatibility",
  keyVariable: "OPENAI_COMPATIBLE_URL",
  isOwnServer: true,
  concurrency: 4,
  callSeconds,

  async start(access, submission) {
    const inline = { ...submission, request: await inlineFiles(submission), files: new Map() };
    return callOpenAi(access, inline, apiAddress(access.baseUrl)).catch((error) => {
      throw ownServerFailure(error, ({ error: failure }) => (failure as { message?: unknown } | null)?.message ?? failure);
    });
  },
  status: async () => {
    throw new BoardsError("provider.outcome_unknown");
  },
  cancel: async () => false,

  // Pictures that the server keeps may ask for the key as well.
  resultHeaders: ({ apiKey, baseUrl }, url): Record<string, string> =>
    apiKey && new URL(url).origin === new URL(baseUrl).origin ? { authorization: `Bearer ${apiKey}` } : {},
};

// People give the server's address with or without the version.
const apiAddress = (baseUrl: string) => (/\/v\d/.test(new URL(baseUrl).pathname) ? baseUrl : `${baseUrl}/v1`);
