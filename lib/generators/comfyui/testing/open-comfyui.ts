import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { forgetEnv } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { fetchResult } from "@/lib/provider-jobs/fetch-result";
import { startSimulator } from "@/lib/testing/simulators/simulator";
import { buildRequest } from "../../build-request";
import type { DeclarativeGenerator } from "../../define-generator";
import { parseInputs } from "../../parse-inputs";
import type { JobStatus, LostSubmission, ProviderAccess, Submission } from "../../provider";
import { findProvider } from "../../providers";
import { readPath } from "../../read-path";
import { workflowGenerator } from "../workflow-generator";

/** As a simulated ComfyUI server is set up. */
export const access: ProviderAccess = { apiKey: "", baseUrl: "http://comfyui.simulated", webhookSecret: "" };

/** The driver with a simulated server at its other end, and the example's generator. */
export async function openComfyUi(speed: number) {
  process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1/nothing";
  process.env.BOARDS_STORAGE_SIGNING_KEY ??= "test-signing-key-test-signing-key";
  process.env.BOARDS_LOCAL = "1";
  const simulator = await startSimulator({ speed });
  process.env.BOARDS_SIMULATOR_URL = simulator.url;
  forgetEnv();
  const provider = findProvider("comfyui");
  if (!provider) throw new Error("no provider");
  const text = await readFile(join(import.meta.dirname, "../example/text-to-image.comfy.json"), "utf8");
  return {
    simulator,
    provider,
    generator: workflowGenerator("text-to-image", text),
    /** Every job that the server accepted, the last one last. */
    accepted: () => [...simulator.book.jobs.values()],
    run: async (submission: Submission) => ({ ...(await provider.start(access, submission)), endpoint: submission.endpoint }),
    async bytesOf(url: string | undefined): Promise<Buffer> {
      const chunks: Buffer[] = [];
      for await (const chunk of await fetchResult(url ?? "", { provider, access })) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}

/** What the platform submits for these inputs. */
export function submissionOf(generator: DeclarativeGenerator, raw: Record<string, unknown>, addressOf = (id: string) => id): Submission {
  const parsed = parseInputs(generator, raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const request = buildRequest(generator, parsed.inputs, addressOf);
  const { artifactType } = generator;
  return { jobId: crypto.randomUUID(), endpoint: String(generator.endpoint), artifactType, request, files: new Map(), webhookUrl: null };
}

/** The same, when its answer was lost. */
export const lost = (submission: Submission): LostSubmission => ({ ...submission, startedAt: new Date(), isOurs: async () => false });

/** The files or texts of a job that has ended well. */
export function outputsOf(generator: DeclarativeGenerator, status: JobStatus): string[] {
  if (status.state !== "succeeded") throw new Error(JSON.stringify(status));
  return readPath(status.result, generator.output);
}

/** The row of the error table that something ends with. */
export const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "nothing",
    (error) => (error instanceof BoardsError ? error.reason : String(error)),
  );
