import type { Readable } from "node:stream";
import type { InputRule } from "@boards/client/input-rules";
import type { Logger } from "pino";
import type * as z from "zod";

export const artifactTypes = ["image", "video", "audio", "text", "lora", "model"] as const;

/** What a generator can make or take. */
export type ArtifactType = (typeof artifactTypes)[number];

/** An input artifact, copied to this machine. Facts are read from the file; what does not apply is null. */
export interface LocalArtifact {
  generationId: string;
  artifactType: ArtifactType;
  /** Absolute path; the file is removed when the run ends. */
  path: string;
  mimeType: string;
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  frameRate: number | null;
  sampleRate: number | null;
  channels: number | null;
}

/** An image on this machine, size in pixels; the file is removed when the run ends. */
interface LocalImage {
  path: string;
  width: number;
  height: number;
}

/** Bytes to store: in memory, on this machine's disk, or streaming in. */
export type ArtifactSource = Uint8Array | { path: string } | Readable;

/** Where one output went. Small and JSON, so that a workflow step may return it. */
export interface StoredOutput {
  outputIndex: number;
  artifactType: ArtifactType;
  storageKey: string;
  mimeType: string;
  sizeBytes: number;
  /** SHA-256 in hex. */
  contentHash: string;
  /** Why it cannot be used as what it should be, for people: then it is kept as a file to download, and nothing else. */
  problem?: string;
}

/** Values that survive JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What a running generator may ask of the house. */
export interface GeneratorContext {
  generationId: string;
  tenantId: string;
  boardId: string;
  userId: string;
  /** Copies an input artifact (by the generation id found in the inputs) to a local file. */
  resolveArtifact(generationId: string): Promise<LocalArtifact>;
  /** Writes an input image of any kind upright and as uncompressed TIFF, of at most 50 megapixels. It is decoded outside the server: no file can harm it. */
  resolveImage(generationId: string): Promise<LocalImage>;
  /** Writes one frame of an input video as PNG, as it is shown: the first, the last, or the one at a second. */
  resolveFrame(generationId: string, position: "first" | "last" | number): Promise<LocalImage>;
  /** Writes the first `seconds` of an input sound as WAV. */
  resolveSound(generationId: string, seconds: number): Promise<{ path: string }>;
  /** The words of an input text, whatever its encoding. */
  resolveText(generationId: string): Promise<string>;
  /** Stores output number `outputIndex` (default 0). The media type is sniffed from the bytes. */
  storeImage(source: ArtifactSource, outputIndex?: number): Promise<StoredOutput>;
  storeVideo(source: ArtifactSource, outputIndex?: number): Promise<StoredOutput>;
  storeAudio(source: ArtifactSource, outputIndex?: number): Promise<StoredOutput>;
  storeText(content: string, outputIndex?: number): Promise<StoredOutput>;
  /** Shows how far the run is: 0 to 1, with an optional sentence for people. Throws once the generation is canceled. */
  publishProgress(progress: number, message?: string): Promise<void>;
  /** Remembers the id of the job at whoever does the work. */
  setExternalJobId(externalJobId: string): Promise<void>;
  /** Does `work` once in the life of this generation: a retried run gets the remembered result. */
  step<T extends Json>(name: string, work: () => Promise<T>): Promise<T>;
  /** A path for a scratch file, removed when the run ends. `extension` without dot. */
  temporaryPath(extension: string): string;
  /** Aborts when the generation is canceled. Pass it on to whatever can stop early. */
  signal: AbortSignal;
  log: Logger;
}

/** What a price may depend on beside the inputs. */
export interface CostFacts {
  /** Length in seconds of an input artifact, by its generation id; `fallback` when it is not known. */
  seconds(generationId: string | null | undefined, fallback: number): number;
}

interface GeneratorBase<Input extends z.ZodObject> {
  /** Unique, kebab-case; stored on every generation, so it never changes once shipped. */
  name: string;
  /** For people. */
  title: string;
  description: string;
  artifactType: ArtifactType;
  /** The only truth about the inputs: types, limits, form, artifact slots and lineage roles. Field names in snake_case. */
  input: Input;
  /** What must hold of the inputs together; see input-rules.ts. */
  rules?: InputRule[];
  /** How many generations one request makes. Default: the field marked `isCount`, or 1. */
  outputCount?(inputs: z.output<Input>): number;
  /** Estimated price of the whole request in US dollars. */
  costUsd(inputs: z.output<Input>, facts: CostFacts): number;
  /** Default: 15 minutes for images, audio and text, an hour for video, three hours for what is trained. */
  timeLimitSeconds?: number;
}

/** The longest time limit that a generator, or an admin, may set: two days. */
export const longestTimeLimitSeconds = 172_800;

/** A generator that does the work itself. */
export interface ImperativeGenerator<Input extends z.ZodObject = z.ZodObject> extends GeneratorBase<Input> {
  provider: "local";
  run(inputs: z.output<Input>, context: GeneratorContext): Promise<void>;
}

/** The end of a model. Until its day it is offered with a warning; from then on only if an admin goes on offering it. */
export interface Deprecation {
  /** The day on which the provider ends it, as in 2026-12-01. */
  on?: string;
  /** The name of the generator to use instead. */
  use?: string;
  /** What else is known: a sentence without full stop. */
  note?: string;
}

/** Where a generator comes from that someone added in the browser; see lib/generators/added-models. */
export interface AddedModelFacts {
  /** Of the model, in whichever version. */
  id: string;
  /** Null for the whole installation. */
  tenantId: string | null;
  version: number;
  /** A draft is there for whoever added it alone. */
  state: "draft" | "offered" | "retired";
  /** For people. */
  retiredReason: string | null;
  addedById: string | null;
}

/** A generator whose work a provider does. */
export interface DeclarativeGenerator<Input extends z.ZodObject = z.ZodObject> extends GeneratorBase<Input> {
  provider: string;
  /** Who made the model. */
  vendor: string;
  /** In the field's words, as in `text-to-image`. */
  task: string;
  /**
   * The provider's page that the inputs and the price are from, and the day they were read. `unverified` is a sentence without
   * full stop on what could not be checked since, and why: the model stays offered.
   */
  source: { page: string; readOn: string; unverified?: string };
  /** That it should not be chosen any more. */
  deprecated?: Deprecation;
  /** Generators of the same name here are the same model at several providers; see BOARDS_FAILOVER. */
  model?: string;
  endpoint: string | ((inputs: z.output<Input>) => string);
  /** Sent beside the inputs. */
  constants?: Record<string, Json>;
  /** The rare rule that field marks cannot say: changes the request that they made. */
  request?(request: Record<string, Json>, inputs: z.output<Input>): Record<string, Json>;
  /** Where the result holds its files or texts; see read-path.ts. */
  output: string;
  /** What was really charged in US dollars, worked out from what the provider counted; undefined when that is not enough. */
  billedUsd?(usage: Record<string, number>): number | undefined;
  /** That it was added in the browser. */
  added?: AddedModelFacts;
}

export type Generator<Input extends z.ZodObject = z.ZodObject> = ImperativeGenerator<Input> | DeclarativeGenerator<Input>;

/** Whether a provider does the work. */
export const isDeclarative = (generator: Generator): generator is DeclarativeGenerator => "endpoint" in generator;

/** Declares a generator. Only types happen here; registry.ts lists what exists. */
export function defineGenerator<Input extends z.ZodObject, Definition extends Generator<Input>>(
  definition: Definition & { input: Input },
): Definition {
  return definition;
}
