import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { forgetEnv } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import type { SimulatedJob } from "@/lib/testing/simulators/jobs";
import { type Simulator, startSimulator } from "@/lib/testing/simulators/simulator";
import { findProvider } from "../catalogue/providers";
import { findGenerator } from "../catalogue/registry";
import { buildRequest } from "../contract/build-request";
import type { ArtifactType, DeclarativeGenerator, Json } from "../contract/define-generator";
import { parseInputs } from "../contract/parse-inputs";
import type { JobStatus, Provider, ProviderAccess, ProviderFile, Submission } from "../contract/provider";
import { readPath } from "../contract/read-path";

/** Simulated providers that the drivers of this process talk to. */
export interface DriverBench {
  /** Runs from before the first test until after the last one. */
  readonly simulator: Simulator;
  /** Every job that was accepted, the last one last. */
  accepted(): SimulatedJob[];
  /** The job that was accepted last. */
  lastJob(): SimulatedJob;
  /** Lets a job begin now. */
  begin(externalJobId: string): void;
  /** Lets a job be over now. */
  end(externalJobId: string): void;
  /** Does something while drivers talk to the addresses that they are given. */
  away<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Sets up a bench for the tests of a file, or for those of the `describe` that it is called in. Jobs end at once, or, when they
 * `wait`, once they are told to.
 */
export function openBench({ wait = false } = {}): DriverBench {
  let running: Simulator | undefined;
  let outer: string | undefined;
  beforeAll(async () => {
    outer = process.env.BOARDS_SIMULATOR_URL;
    running = await startSimulator({ speed: wait ? 10_000 : 0 });
    directProvidersTo(running.url);
  });
  beforeEach(() => running?.faults.clear());
  afterAll(async () => {
    await running?.stop();
    directProvidersTo(outer);
  });

  const theSimulator = () => found(running, "the simulator runs from the first test on");
  const jobOf = (id: string) => found(theSimulator().book.jobs.get(id), `no job ${id}`);
  const accepted = () => [...theSimulator().book.jobs.values()];
  return {
    get simulator() {
      return theSimulator();
    },
    accepted,
    lastJob: () => found(accepted().at(-1), "no job was accepted"),
    begin: (externalJobId) => void Object.assign(jobOf(externalJobId), { startsAt: 0 }),
    end: (externalJobId) => void Object.assign(jobOf(externalJobId), { startsAt: 0, endsAt: 0 }),
    async away(work) {
      directProvidersTo(undefined);
      try {
        return await work();
      } finally {
        directProvidersTo(theSimulator().url);
      }
    },
  };
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

/** A key that every simulated provider takes. */
export const access: ProviderAccess = { apiKey: "simulated-key", baseUrl: "", webhookSecret: "" };

/** The driver that the product uses. */
export const providerOf = (name: string): Provider => found(findProvider(name), `no provider ${name}`);

/** A generator of the registry. */
export const generatorOf = (name: string) => found(findGenerator(name), `no generator ${name}`) as DeclarativeGenerator;

/** A start as a provider's driver is given it, without a generator. */
export const plainSubmission = (
  endpoint: string,
  artifactType: ArtifactType,
  request: Record<string, Json> = { prompt: "a fox" },
  files = new Map<string, ProviderFile>(),
): Submission => ({ jobId: crypto.randomUUID(), endpoint, artifactType, request, files, webhookUrl: null });

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
  return plainSubmission(endpoint, declared.artifactType, request, files);
}

/** A small file on this machine. */
export async function fileOf(filename: string, mimeType: string, content: string | Buffer): Promise<ProviderFile> {
  const path = join(await mkdtemp(join(tmpdir(), "boards-driver-")), filename);
  await writeFile(path, content);
  return { path, mimeType, filename, durationSeconds: null };
}

/** The status of a job that has ended well. */
export function successOf(status: JobStatus | undefined): Extract<JobStatus, { state: "succeeded" }> {
  if (status?.state !== "succeeded") throw new Error(JSON.stringify(status));
  return status;
}

/** What the product would store of a job that has ended well. */
export const outputsOf = (status: JobStatus | undefined, { output }: { output: string }): string[] => readPath(successOf(status).result, output);

/** The row of the error table that work ends with, `nothing` when it ends well, and any other error in words. */
export const reasonOf = async (work: Promise<unknown> | undefined): Promise<string> => {
  if (!work) throw new Error("there is nothing to do");
  return work.then(
    () => "nothing",
    (error) => (error instanceof BoardsError ? error.reason : String(error)),
  );
};

function found<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}
