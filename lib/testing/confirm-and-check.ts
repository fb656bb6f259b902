import { confirmUpload } from "@/lib/generations/confirm-upload";
import { endBatch } from "@/lib/generations/provider-jobs/end-batch";
import { failBatch } from "@/lib/generations/provider-jobs/fail-batch";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { runBatch } from "@/lib/testing/run-batch";
import type { Generation } from "@/prisma/generated/client";

/** Has a confirmed upload checked as the durable function does, without an engine; answers what came of it. */
export async function checkConfirmed(id: string): Promise<Generation> {
  await runBatch(id).catch(async (error) => {
    await failBatch(id, error);
    await endBatch(id);
  });
  return db().generation.findUniqueOrThrow({ where: { id } });
}

/** Confirms an upload, and has it checked; answers what came of it. */
export const confirmAndCheck = async (viewer: Viewer, ticket: string): Promise<Generation> =>
  checkConfirmed((await confirmUpload(viewer, ticket)).id);
