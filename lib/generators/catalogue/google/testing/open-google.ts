import { beforeAll } from "vitest";
import type { Json } from "@/lib/generators/contract/define-generator";
import type { ProviderFile, StartedJob } from "@/lib/generators/contract/provider";
import { access, fileOf, generatorOf, openBench, submissionOf } from "@/lib/generators/testing/driver-bench";
import { google } from "../provider";

const id = (number: number) => `0192aaaa-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** Input artifacts that every start here has at hand: two images, a video and a recording. */
export const [first, last, film, sound] = [id(1), id(2), id(3), id(4)];
export const base64Of = (key: string) => Buffer.from(`bytes of ${key}`).toString("base64");

/** Generators that work within the call, and the one that begins a job. */
export const within = ["google-nano-banana-2-1", "google-gemini-3-8-flash", "google-gemini-3-8-flash-tts", "google-lyria-3-5"];
export const omni = "google-gemini-omni-1-1-flash";

/** The least that a generator asks for. */
export const inputsOf = (name: string) => (name.endsWith("-tts") ? { text: "a fox" } : { prompt: "a fox" });

/** The driver on a bench, with files at hand. */
export function openGoogle() {
  const bench = openBench();
  const files = new Map<string, ProviderFile>();
  beforeAll(async () => {
    const kinds = { [first]: "image/png", [last]: "image/jpeg", [film]: "video/mp4", [sound]: "audio/mpeg" };
    for (const [key, mimeType] of Object.entries(kinds)) files.set(key, await fileOf(key, mimeType, `bytes of ${key}`));
  });
  const asked = (name: string, inputs: Record<string, unknown> = inputsOf(name)) => submissionOf(generatorOf(name), inputs, { files });
  return {
    bench,
    asked,
    start: (name: string, inputs?: Record<string, unknown>) => google.start(access, asked(name, inputs)),
    statusOf: (name: string, { externalJobId }: StartedJob) => google.status(access, { externalJobId, endpoint: String(generatorOf(name).endpoint) }),
    /** The body that Google was last sent. */
    lastSent(): Record<string, Json> {
      const { prompt: _words, aspectRatio: _ratio, ...body } = bench.lastJob().request;
      return body;
    },
  };
}
