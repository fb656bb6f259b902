import { fetchResult } from "@/lib/generations/provider-jobs/fetch-result";
import type { LostSubmission, ProviderAccess, Submission } from "@/lib/generators/contract/provider";
import { openBench, providerOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import { example } from "./example";

/** As a simulated ComfyUI server is set up. */
export const access: ProviderAccess = { apiKey: "", baseUrl: "http://comfyui.simulated", webhookSecret: "" };

/** The driver on a bench. */
export function openComfyUi(wait = false) {
  const bench = openBench({ wait });
  const provider = providerOf("comfyui");
  return {
    bench,
    provider,
    run: async (submission: Submission) => ({ ...(await provider.start(access, submission)), endpoint: submission.endpoint }),
    async bytesOf(url: string | undefined): Promise<Buffer> {
      const chunks: Buffer[] = [];
      for await (const chunk of await fetchResult(url ?? "", { provider, access })) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}

/** A start of the example. */
export const foxOf = () => submissionOf(example, { prompt: "a fox" });

/** A start whose answer was lost. */
export const lost = (submission: Submission): LostSubmission => ({ ...submission, startedAt: new Date(), isOurs: async () => false });
