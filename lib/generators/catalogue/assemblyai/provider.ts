import type { Json } from "@/lib/generators/contract/define-generator";
import { aiSdkProvider } from "../ai-sdk/ai-sdk-provider";
import * as models from "./models";

/** AssemblyAI, through `@ai-sdk/assemblyai`; see README.md. */
export const assemblyai = aiSdkProvider({
  name: "assemblyai",
  title: "AssemblyAI",
  website: "https://www.assemblyai.com/dashboard/api-keys",
  billingPage: "https://www.assemblyai.com/dashboard/account/billing",
  variables: [{ name: "ASSEMBLYAI_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 20,
  rules: [
    { says: /account balance is negative|insufficient (?:funds|balance)/i, reason: "provider.no_credit" },
    { status: [400], says: /speech[ _]models?\b.*(?:invalid|not (?:found|available|supported)|deprecated)/i, reason: "provider.model_gone" },
  ],
  account: { address: "https://api.assemblyai.com/v2/transcript?limit=1", headers: (apiKey) => ({ authorization: apiKey }) },
  load: async (settings) => (await import("@ai-sdk/assemblyai")).createAssemblyAI(settings),
  jobs: {
    transcription: {
      idIn: (answer) => (answer as { id?: unknown } | null)?.id,
      // First the recording is given, which costs nothing.
      answers: (id): Json[] => [{ upload_url: "https://cdn.assemblyai.com/upload/given" }, { id, status: "queued" }],
    },
  },
});
