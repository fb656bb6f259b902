import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { seedGeneration } from "@/lib/testing/seed/generation";
import { seedProviderJob } from "@/lib/testing/seed/provider-job";

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
  startedMinutesAgo?: number;
  /** Its job, last touched some time ago; columns beside these are taken as they are. */
  job?: { state: string; provider?: keyof typeof generatorNames; quietMinutes?: number } & Record<string, unknown>;
}

/** A batch of one as it was left behind: asked for some time ago, its job last touched some time ago. */
export async function leaveBehind(
  owner: Viewer,
  boardId: string,
  { status = "cancelled", phase = "processing", askedMinutesAgo = 30, startedMinutesAgo, job }: LeftBehind,
) {
  const { state, provider = "fal", quietMinutes = 20, ...more } = job ?? { state: "" };
  const { tenantId, userId } = owner;
  const [generatorName, asked, quiet] = [generatorNames[provider], minutes(askedMinutesAgo), minutes(quietMinutes)];
  const startedAt = startedMinutesAgo === undefined ? null : minutes(startedMinutesAgo);
  const { id } = await seedGeneration({ tenantId, userId, boardId }, { generatorName, status, phase, createdAt: asked, startedAt, updatedAt: asked });
  const { balance } = await db().creditAccount.upsert({
    where: { userId },
    create: { userId, tenantId, balance: -1 },
    update: { balance: { decrement: 1 } },
  });
  await db().creditTransaction.create({
    data: {
      tenantId,
      userId,
      boardId,
      generatorName,
      transactionType: "reserve",
      amount: -1,
      balanceAfter: balance,
      generationId: id,
      metadata: { batchId: id },
      createdAt: asked,
    },
  });
  const at = { providerName: provider, generatorName, endpoint: endpoints[provider], keyId: `installation:${provider}` };
  const times = { startedAt: quiet, updatedAt: quiet, deadlineAt: minutes(quietMinutes - 15) };
  if (job) await seedProviderJob({ tenantId, batchId: id }, { ...at, state, ...times, ...more });
  return id;
}
