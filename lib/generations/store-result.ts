import { type StoredArtifact, storeArtifact } from "@/lib/generations/artifacts/store-artifact";
import { rememberedStep } from "@/lib/generations/remembered-step";
import type { ArtifactSource, ArtifactType, Json, StoredOutput } from "@/lib/generators/contract/define-generator";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";

/** An address that holds the file itself. */
export const inlineAddress = /^data:[^,]*;base64,/;

/** The bytes within such an address. */
export const bytesOf = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(",") + 1), "base64");

const stepOf = (index: number) => `store-${index}`;

/** Stores output number `index` of a batch, once, whatever it is: it was paid for. */
export async function storeResult(
  { batchId, tenantId, boardId }: { batchId: string; tenantId: string; boardId: string },
  artifactType: ArtifactType,
  index: number,
  open: () => Promise<ArtifactSource>,
  given: { isFirstTry?: boolean } = {},
): Promise<StoredOutput> {
  const store = async () => {
    const artifact = { tenantId, boardId, artifactId: batchId, artifactType, from: "result" as const, maxBytes: env().maxResultSizeBytes };
    return { ...(await storeArtifact({ ...artifact, source: await open() })), outputIndex: index, artifactType } as unknown as Json;
  };
  const stored = await rememberedStep(batchId, stepOf(index), store, given);
  return stored as unknown as StoredOutput;
}

/** The file that was stored for output number `index` of a batch; null when there is none. */
export async function findStoredResult(batchId: string, index: number): Promise<StoredArtifact | null> {
  const step = await db().generationStep.findUnique({ where: { generationId_name: { generationId: batchId, name: stepOf(index) } } });
  return step && (step.result as unknown as StoredArtifact);
}
