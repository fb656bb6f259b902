import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/platform/caller/viewer";

/** So many minutes ago. */
export const minutes = (count: number) => new Date(Date.now() - count * 60_000);
/** The generator that stands for each provider here. */
export const generatorNames = { fal: "fal-flux-2", replicate: "replicate-flux-pro", kie: "kie-veo3", openai: "openai-gpt-image-1-5" };
/** Its endpoint. */
export const endpoints = { fal: "fal-ai/flux-2", replicate: "black-forest-labs/flux-1.1-pro", kie: "veo", openai: "images.generate" };

/** How a batch was left. */
export interface LeftBehind {
  status?: string;
  phase?: string;
  askedMinutesAgo?: number;
  /** Its job, last touched some time ago; columns beside these are taken as they are. */
  job?: { state: string; provider?: keyof typeof generatorNames; quietMinutes?: number } & Record<string, unknown>;
}

/** A batch of one as it was left behind: asked for some time ago, its job last touched some time ago. */
export async function leaveBehind(
  owner: Viewer,
  boardId: string,
  { status = "cancelled", phase = "processing", askedMinutesAgo = 30, job }: LeftBehind,
) {
  const { db } = await import("@/lib/platform/db/client");
  const id = uuidv7();
  const { state, provider = "fal", quietMinutes = 20, ...more } = job ?? { state: "" };
  const whose = { tenantId: owner.tenantId, userId: owner.userId, generatorName: generatorNames[provider], boardId };
  await db().generation.create({
    data: {
      ...whose,
      id,
      batchId: id,
      artifactType: "image",
      inputParams: {},
      status,
      phase,
      createdAt: minutes(askedMinutesAgo),
      updatedAt: minutes(askedMinutesAgo),
    },
  });
  const { balance } = await db().creditAccount.upsert({
    where: { userId: owner.userId },
    create: { userId: owner.userId, tenantId: owner.tenantId, balance: -1 },
    update: { balance: { decrement: 1 } },
  });
  await db().creditTransaction.create({
    data: {
      ...whose,
      transactionType: "reserve",
      amount: -1,
      balanceAfter: balance,
      generationId: id,
      metadata: { batchId: id },
      createdAt: minutes(askedMinutesAgo),
    },
  });
  if (job)
    await db().providerJob.create({
      data: {
        batchId: id,
        tenantId: owner.tenantId,
        providerName: provider,
        generatorName: generatorNames[provider],
        endpoint: endpoints[provider],
        keyId: `installation:${provider}`,
        state,
        startedAt: minutes(quietMinutes),
        updatedAt: minutes(quietMinutes),
        deadlineAt: minutes(quietMinutes - 15),
        ...more,
      },
    });
  return id;
}
