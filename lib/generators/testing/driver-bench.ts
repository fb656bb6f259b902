import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forgetEnv } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { type Simulator, startSimulator } from "@/lib/testing/simulators/simulator";
import { buildRequest } from "../build-request";
import type { DeclarativeGenerator } from "../define-generator";
import { parseInputs } from "../parse-inputs";
import type { ProviderFile, Submission } from "../provider";

/** Simulated providers for the tests of one driver; `speed` 0 ends jobs at once. Call `stop` when done. */
export async function simulateProviders(speed = 0): Promise<Simulator> {
  const simulator = await startSimulator({ speed });
  directProvidersTo(simulator.url);
  return simulator;
}

/** Lets every driver of this process talk to the simulator at `url`; to the real providers when undefined. */
export function directProvidersTo(url: string | undefined): void {
  if (url) process.env.BOARDS_SIMULATOR_URL = url;
  else delete process.env.BOARDS_SIMULATOR_URL;
  process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1/nothing";
  process.env.BOARDS_STORAGE_SIGNING_KEY ??= "test-signing-key-test-signing-key";
  process.env.BOARDS_LOCAL = "1";
  forgetEnv();
}

/** What the product submits for these inputs; `files` stand for artifacts by generation id, other ids become `addressOf(id)`. */
export function submissionOf(
  generator: DeclarativeGenerator<never> | DeclarativeGenerator,
  rawInputs: Record<string, unknown>,
  { files = new Map<string, ProviderFile>(), addressOf = (id: string) => id } = {},
): Submission {
  const declared = generator as DeclarativeGenerator;
  const parsed = parseInputs(declared, rawInputs);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const endpoint = typeof declared.endpoint === "string" ? declared.endpoint : declared.endpoint(parsed.inputs);
  const request = buildRequest(declared, parsed.inputs, (id) => (files.has(id) ? id : addressOf(id)));
  return { jobId: crypto.randomUUID(), endpoint, artifactType: declared.artifactType, request, files, webhookUrl: null };
}

/** A small file on this machine. */
export async function fileOf(filename: string, mimeType: string, content: string | Buffer): Promise<ProviderFile> {
  const path = join(await mkdtemp(join(tmpdir(), "boards-driver-")), filename);
  await writeFile(path, content);
  return { path, mimeType, filename, durationSeconds: null };
}

/** The row of the error table that work ends with, `nothing` when it ends well, and any other error in words. */
export const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "nothing",
    (error) => (error instanceof BoardsError ? error.reason : String(error)),
  );
