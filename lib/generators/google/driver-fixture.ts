import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BoardsError } from "@/lib/errors";
import { type Simulator, startSimulator } from "@/lib/testing/simulators/simulator";
import { buildRequest } from "../build-request";
import type { DeclarativeGenerator, Json } from "../define-generator";
import { parseInputs } from "../parse-inputs";
import type { JobStatus, ProviderAccess, ProviderFile, StartedJob, Submission } from "../provider";
import { readPath } from "../read-path";
import { findGenerator } from "../registry";
import { google } from "./provider";

const id = (number: number) => `0192aaaa-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** Input artifacts that every start here has at hand: two pictures and a video. */
export const [first, last, film] = [id(1), id(2), id(3)];
const files = new Map<string, ProviderFile>();

export const access: ProviderAccess = { apiKey: "simulated-key", baseUrl: "", webhookSecret: "" };

/** A simulator, and an environment that sends the driver to it. */
export async function startGoogle(): Promise<Simulator> {
  const simulator = await startSimulator();
  process.env.BOARDS_SIMULATOR_URL = simulator.url;
  process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1/nothing";
  process.env.BOARDS_STORAGE_SIGNING_KEY ??= "test-signing-key-test-signing-key";
  process.env.BOARDS_LOCAL = "1";
  const folder = await mkdtemp(join(tmpdir(), "boards-google-"));
  const kinds = { [first]: "image/png", [last]: "image/jpeg", [film]: "video/mp4" };
  for (const [key, mimeType] of Object.entries(kinds)) {
    const path = join(folder, key);
    await writeFile(path, `bytes of ${key}`);
    files.set(key, { path, mimeType, filename: key, durationSeconds: null });
  }
  return simulator;
}

export const base64Of = (key: string) => Buffer.from(`bytes of ${key}`).toString("base64");
export const generatorOf = (name: string) => findGenerator(name) as DeclarativeGenerator;
export const inputsOf = (name: string, words = "a fox") => (name.endsWith("-tts") ? { text: words } : { prompt: words });

/** What the platform hands the driver for these inputs. */
export function submissionOf(name: string, inputs: Record<string, unknown>, given = files): Submission {
  const generator = generatorOf(name);
  const parsed = parseInputs(generator, inputs);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const request = buildRequest(generator, parsed.inputs, (generationId) => generationId);
  const { artifactType } = generator;
  return { jobId: crypto.randomUUID(), endpoint: String(generator.endpoint), artifactType, request, files: given, webhookUrl: null };
}

export const start = (name: string, inputs: Record<string, unknown> = inputsOf(name), using = access) =>
  google.start(using, submissionOf(name, inputs));
export const statusOf = (name: string, { externalJobId }: StartedJob) =>
  google.status(access, { externalJobId, endpoint: String(generatorOf(name).endpoint) });

/** What the platform would store of a job that is done. */
export function outputsOf(name: string, status: JobStatus | undefined): string[] {
  if (status?.state !== "succeeded") throw new Error(JSON.stringify(status));
  return readPath(status.result, generatorOf(name).output);
}

/** The body that Google was last sent. */
export function lastSent({ book }: Simulator): Record<string, Json> {
  const job = [...book.jobs.values()].at(-1);
  if (!job) throw new Error("no job was accepted");
  const { prompt: _words, aspectRatio: _ratio, ...body } = job.request;
  return body;
}

export const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "nothing",
    (error) => (error instanceof BoardsError ? error.reason : String(error)),
  );

/** Generators that work within the call, and those that begin a job. */
export const within = ["google-nano-banana-2-1", "google-gemini-3-8-flash", "google-gemini-3-8-flash-tts", "google-lyria-3-5"];
export const jobs = ["google-veo-3-1", "google-gemini-omni-1-1-flash"];
