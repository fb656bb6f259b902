import { storeArtifact } from "@/lib/generations/artifacts/store-artifact";
import { rememberedStep } from "@/lib/generations/remembered-step";
import type { ArtifactSource, ArtifactType, Json, StoredOutput } from "@/lib/generators/contract/define-generator";
import { env } from "@/lib/platform/env";

/** An address that holds the file itself. */
export const inlineAddress = /^data:[^,]*;base64,/;

/** The bytes within such an address. */
export const bytesOf = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(",") + 1), "base64");

/** Stores output number `index` of a batch, once, whatever it is: it was paid for. */
export async function storeResult(
  { batchId, tenantId, boardId }: { batchId: string; tenantId: string; boardId: string },
  artifactType: ArtifactType,
  index: number,
  open: () => Promise<ArtifactSource>,
): Promise<StoredOutput> {
  const stored = await rememberedStep(batchId, `store-${index}`, async () => {
    const artifact = { tenantId, boardId, artifactId: batchId, artifactType, from: "result" as const, maxBytes: env().maxResultSizeBytes };
    return { ...(await storeArtifact({ ...artifact, source: await open() })), outputIndex: index, artifactType } as unknown as Json;
  });
  return stored as unknown as StoredOutput;
}
