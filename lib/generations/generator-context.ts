import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "@/lib/generations/artifacts/decode-text";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { publishProgress } from "@/lib/generations/publish-progress";
import { rememberedStep } from "@/lib/generations/remembered-step";
import { storeResult } from "@/lib/generations/store-result";
import type { ArtifactSource, ArtifactType, GeneratorContext, Json, LocalArtifact, StoredOutput } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { drawFrame, drawImage, writeSound } from "@/lib/platform/media/convert-media";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { temporaryFolderWhenNeeded } from "@/lib/platform/temporary-folder";
import { cleanText } from "@/lib/platform/text/clean-text";
import type { Prisma } from "@/prisma/generated/client";

const minimumProgressIntervalMs = 150;
/** Following the journal of its board would cost a run more than looking now and then. */
const cancelNoticedMs = 1000;

type GenerationRow = Prisma.GenerationGetPayload<object>;

/**
 * A context for one run of a generator (`isFirstTry`: no other began before it), the outputs it has stored so far by index, and `close` to tidy up
 * after it. `trouble` answers what first failed in the product's own work for the run (database, storage): that is never the generator's fault,
 * whatever it makes of it.
 */
export function openGeneratorContext(generation: GenerationRow, { isFirstTry = false } = {}) {
  const { batchId, boardId, tenantId, userId } = generation;
  const scratch = temporaryFolderWhenNeeded("run");
  const abort = new AbortController();
  const outputs = new Map<number, StoredOutput>();
  let scratchFiles = 0;
  let trouble: { error: unknown } | null = null;

  const own =
    <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await work(...args);
      } catch (error) {
        trouble ??= { error };
        throw error;
      }
    };

  const temporaryPath = (extension: string) => join(/* turbopackIgnore: true */ scratch.path(), `${++scratchFiles}.${extension}`);

  // A cancel made anywhere stops the work here.
  const stopIfUnwanted = async () => {
    const wanted = await db().generation.count({ where: { batchId, status: { in: liveStatuses } } });
    if (wanted === 0) abort.abort(new BoardsError("generation.cancelled"));
  };
  const watching = setInterval(() => {
    stopIfUnwanted().catch((error) => log.warn({ err: error, batchId }, "could not check whether a run was cancelled"));
  }, cancelNoticedMs);

  const store = (artifactType: ArtifactType) =>
    own(async (source: ArtifactSource | string, place?: number) => {
      const bytes = typeof source === "string" ? new TextEncoder().encode(cleanText(source)) : source;
      const outputIndex = place ?? 0;
      const isNew = isFirstTry && !outputs.has(outputIndex);
      const output = await storeResult(generation, artifactType, outputIndex, async () => bytes, { isFirstTry: isNew });
      outputs.set(outputIndex, output);
      return output;
    });

  // The work within a step is the generator's, remembering it is ours.
  const step = async <T extends Json>(name: string, work: () => Promise<T>): Promise<T> => {
    let failure: { error: unknown } | null = null;
    const theirs = async () => {
      try {
        return await work();
      } catch (error) {
        failure = { error };
        throw error;
      }
    };
    try {
      return await rememberedStep(batchId, name, theirs);
    } catch (error) {
      if (!failure) trouble ??= { error };
      throw error;
    }
  };

  let shownAt = 0;
  const resolve = (generationId: string) => resolveArtifact(generation, generationId, temporaryPath);
  const context: GeneratorContext = {
    generationId: batchId,
    tenantId,
    boardId,
    userId,
    resolveArtifact: own(resolve),
    resolveImage: own(async (generationId) => {
      const path = temporaryPath("tiff");
      return { path, ...(await drawImage((await resolve(generationId)).path, path, abort.signal)) };
    }),
    resolveFrame: own(async (generationId, position) => {
      const path = temporaryPath("png");
      return { path, ...(await drawFrame((await resolve(generationId)).path, path, position, abort.signal)) };
    }),
    resolveSound: own(async (generationId, seconds) => {
      const path = temporaryPath("wav");
      await writeSound((await resolve(generationId)).path, path, seconds, abort.signal);
      return { path };
    }),
    resolveText: own(async (generationId) => decodeText(await readFile((await resolve(generationId)).path), { isCut: false })),
    storeImage: store("image"),
    storeVideo: store("video"),
    storeAudio: store("audio"),
    storeText: store("text"),
    publishProgress: own(async (progress, message) => {
      // An eager generator must not flood the journal.
      if (Date.now() - shownAt >= minimumProgressIntervalMs) {
        shownAt = Date.now();
        if (!(await publishProgress(batchId, progress, message))) abort.abort(new BoardsError("generation.cancelled"));
      }
      abort.signal.throwIfAborted();
    }),
    setExternalJobId: own(async (externalJobId) => {
      await db().generation.updateMany({ where: { batchId }, data: { externalJobId } });
    }),
    step,
    temporaryPath,
    signal: abort.signal,
    log: log.child({ generationId: batchId, boardId, tenantId, generator: generation.generatorName }),
  };
  const close = async () => {
    clearInterval(watching);
    await scratch.remove();
  };
  return { context, outputs, trouble: () => trouble, close };
}

async function resolveArtifact(
  generation: GenerationRow,
  generationId: string,
  temporaryPath: (extension: string) => string,
): Promise<LocalArtifact> {
  // Only what was checked when the generation was asked for may be read.
  const isInput = await db().generationInput.count({ where: { generationId: generation.id, inputGenerationId: generationId } });
  const source = isInput ? await db().generation.findUnique({ where: { id: generationId } }) : null;
  if (!source?.storageKey)
    throw new BoardsError("generation.input_unusable", { message: say("reasons.generation.inputDeleted", { id: generationId }) });
  const path = temporaryPath("input");
  await currentStorage().copyToFile(source.storageKey, path);
  const { artifactType, mimeType, width, height, durationSeconds, frameRate, sampleRate, channels } = source;
  return {
    generationId,
    artifactType: artifactType as ArtifactType,
    path,
    mimeType: mimeType ?? "application/octet-stream",
    width,
    height,
    durationSeconds,
    frameRate,
    sampleRate,
    channels,
  };
}
