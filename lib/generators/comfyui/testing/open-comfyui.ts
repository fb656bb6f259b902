import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fetchResult } from "@/lib/provider-jobs/fetch-result";
import type { LostSubmission, ProviderAccess, Submission } from "../../provider";
import { openBench, providerOf, submissionOf } from "../../testing/driver-bench";
import { workflowGenerator } from "../workflow-generator";

/** As a simulated ComfyUI server is set up. */
export const access: ProviderAccess = { apiKey: "", baseUrl: "http://comfyui.simulated", webhookSecret: "" };

/** The example's generator. */
export const example = workflowGenerator("text-to-image", readFileSync(join(import.meta.dirname, "../example/text-to-image.comfy.json"), "utf8"));

/** The driver on a bench. */
export function openComfyUi(speed = 0) {
  const bench = openBench(speed);
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
