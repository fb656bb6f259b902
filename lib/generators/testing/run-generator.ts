import { createWriteStream } from "node:fs";
import { copyFile, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pino from "pino";
import { decodeText } from "@/lib/generations/artifacts/decode-text";
import { drawFrame, drawImage, writeSound } from "@/lib/platform/media/convert-media";
import type { ArtifactSource, ArtifactType, Generator, GeneratorContext, ImperativeGenerator, Json } from "../contract/define-generator";
import { parseInputs } from "../contract/parse-inputs";

/** A file that the inputs name by an id of your choice (a UUID). */
export interface TestArtifact {
  path: string;
  artifactType: ArtifactType;
}

/** What a run made: files by output index, and the progress it told of. */
export interface TestRun {
  outputs: { path: string; artifactType: ArtifactType }[];
  progress: { progress: number; message?: string }[];
}

/** Runs a generator on this machine without server or database: inputs are checked as the product does, outputs land in a temporary folder. */
export async function runGenerator(
  generator: Generator | ImperativeGenerator<never>,
  rawInputs: Record<string, unknown>,
  {
    artifacts = {},
    signal = new AbortController().signal,
    onProgress,
  }: { artifacts?: Record<string, TestArtifact>; signal?: AbortSignal; onProgress?: () => void } = {},
): Promise<TestRun> {
  const parsed = parseInputs(generator as Generator, rawInputs);
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join("; "));
  const folder = await mkdtemp(join(tmpdir(), "boards-generator-"));
  const run: TestRun = { outputs: [], progress: [] };
  const steps = new Map<string, Json>();
  let files = 0;
  const temporaryPath = (extension: string) => join(folder, `${++files}.${extension}`);

  const store =
    (artifactType: ArtifactType) =>
    async (source: ArtifactSource | string, outputIndex = 0) => {
      const path = temporaryPath("output");
      if (source instanceof Readable) await pipeline(source, createWriteStream(path));
      else if (source instanceof Uint8Array || typeof source === "string") await writeFile(path, source);
      else await copyFile(source.path, path);
      run.outputs[outputIndex] = { path, artifactType };
      return { outputIndex, artifactType, storageKey: path, mimeType: "", sizeBytes: 0, contentHash: "" };
    };
  const pathOf = (generationId: string) => {
    const artifact = artifacts[generationId];
    if (!artifact) throw new Error(`The test gives no artifact ${generationId}`);
    return artifact.path;
  };
  const context: GeneratorContext = {
    generationId: "test",
    tenantId: "test",
    boardId: "test",
    userId: "test",
    resolveArtifact: async (generationId) => ({
      generationId,
      path: pathOf(generationId),
      artifactType: artifacts[generationId]?.artifactType ?? "image",
      mimeType: "",
      width: null,
      height: null,
      durationSeconds: null,
      frameRate: null,
      sampleRate: null,
      channels: null,
    }),
    resolveImage: async (generationId) => {
      const path = temporaryPath("tiff");
      return { path, ...(await drawImage(pathOf(generationId), path, signal)) };
    },
    resolveFrame: async (generationId, position) => {
      const path = temporaryPath("png");
      return { path, ...(await drawFrame(pathOf(generationId), path, position, signal)) };
    },
    resolveSound: async (generationId, seconds) => {
      const path = temporaryPath("wav");
      await writeSound(pathOf(generationId), path, seconds, signal);
      return { path };
    },
    resolveText: async (generationId) => decodeText(await readFile(pathOf(generationId)), { isCut: false }),
    storeImage: store("image"),
    storeVideo: store("video"),
    storeAudio: store("audio"),
    storeText: store("text"),
    publishProgress: async (progress, message) => {
      signal.throwIfAborted();
      run.progress.push(message === undefined ? { progress } : { progress, message });
      onProgress?.();
    },
    setExternalJobId: async () => undefined,
    step: async (name, work) => {
      const result = (steps.get(name) as Awaited<ReturnType<typeof work>> | undefined) ?? (await work());
      steps.set(name, result);
      return result;
    },
    temporaryPath,
    signal,
    log: pino({ level: "silent" }),
  };
  await (generator as ImperativeGenerator).run(parsed.inputs, context);
  return run;
}
