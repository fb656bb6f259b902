import type { Readable } from "node:stream";
import type { Logger } from "pino";
import type { z } from "zod";

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
  /** Stores output number `outputIndex` (default 0). The media type is sniffed from the bytes. */
  storeImage(source: ArtifactSource, outputIndex?: number): Promise<StoredOutput>;
  storeVideo(source: ArtifactSource, outputIndex?: number): Promise<StoredOutput>;
  storeAudio(source: ArtifactSource, outputIndex?: number): Promise<StoredOutput>;
  storeText(content: string, outputIndex?: number): Promise<StoredOutput>;
  /** Shows how far the run is: 0 to 1, with an optional sentence for people. Throws once the generation is cancelled. */
  publishProgress(progress: number, message?: string): Promise<void>;
  /** Remembers the id of the job at whoever does the work. */
  setExternalJobId(externalJobId: string): Promise<void>;
  /** Does `work` once in the life of this generation: a retried run gets the remembered result. */
  step<T extends Json>(name: string, work: () => Promise<T>): Promise<T>;
  /** A path for a scratch file, removed when the run ends. `extension` without dot. */
  temporaryPath(extension: string): string;
  /** Aborts when the generation is cancelled. Pass it on to whatever can stop early. */
  signal: AbortSignal;
  log: Logger;
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
  /** How many generations one request makes. Default 1. */
  outputCount?(inputs: z.output<Input>): number;
  /** Estimated price of the whole request in US dollars. */
  costUsd(inputs: z.output<Input>): number;
}

/** A generator that does the work itself. */
export interface ImperativeGenerator<Input extends z.ZodObject = z.ZodObject> extends GeneratorBase<Input> {
  provider: "local";
  run(inputs: z.output<Input>, context: GeneratorContext): Promise<void>;
}

/** A generator whose work a provider does: `request` is the provider's JSON, `outputs` reads the URLs from its answer. */
export interface DeclarativeGenerator<Input extends z.ZodObject = z.ZodObject> extends GeneratorBase<Input> {
  provider: string;
  endpoint: string;
  request(inputs: z.output<Input>): Record<string, Json>;
  outputs(result: Json): string[];
}

export type Generator<Input extends z.ZodObject = z.ZodObject> = ImperativeGenerator<Input> | DeclarativeGenerator<Input>;

/** Declares a generator. Only types happen here; registry.ts lists what exists. */
export function defineGenerator<Input extends z.ZodObject, Definition extends Generator<Input>>(
  definition: Definition & { input: Input },
): Definition {
  return definition;
}
