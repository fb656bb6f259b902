import { afterAll, beforeAll, expect, it } from "vitest";
import type { JobStatus } from "@/lib/generators/contract/provider";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { leaveBehind } from "@/lib/testing/left-behind";
import { seedGeneration } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let boardId: string;

const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/provider-jobs/complete-batch")),
  ...(await import("@/lib/generations/provider-jobs/check-job")),
  ...(await import("@/lib/generations/provider-jobs/record-status")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation({ FAL_KEY: "test" });
  boards = await load();
  owner = await installation.viewer("owner");
  boardId = (await boards.createBoard(owner, { title: "Refused" })).id;
});
afterAll(() => installation.close());

/** A batch of two whose job has just ended in this way. */
async function batchThat(status: JobStatus) {
  const batchId = await leaveBehind(owner, boardId, { status: "processing", job: { state: "submitted", externalJobId: "there" } });
  const { generatorName } = await boards.db().generation.findUniqueOrThrow({ where: { id: batchId } });
  await seedGeneration({ ...owner, boardId }, { generatorName, status: "processing", batchId, batchIndex: 1, batchSize: 2 });
  const job = await boards.db().providerJob.findFirstOrThrow({ where: { batchId } });
  await boards.recordStatus(job, await boards.planOf(job), status);
  return { batchId, job: await boards.db().providerJob.findFirstOrThrow({ where: { batchId } }) };
}

it.each([
  ["some", { images: [{ url: "https://provider.test/1.png" }] }, 1],
  ["all", { images: [] }, 0],
])("tells outputs that are missing since %s were refused as refused content", async (_what, result, count) => {
  const { batchId, job } = await batchThat({ state: "succeeded", result, billedUsd: 0.1, isPartlyRefused: true });
  expect(job).toMatchObject({ state: "succeeded", errorCode: "provider.content_refused" });
  expect([(job.outputs as unknown[]).length, Number(job.billedUsd)]).toEqual([count, 0.1]);
  await boards.completeBatch(batchId);
  const rows = await boards.db().generation.findMany({ where: { batchId } });
  expect(rows.map((row) => [row.status, row.errorCode])).toEqual(rows.map(() => ["failed", "provider.content_refused"]));
});

it("notes which outputs were blanked, and what was billed for a refusal", async () => {
  const result = { images: [{ url: "https://provider.test/1.png" }, { url: "https://provider.test/2.png" }] };
  const { job } = await batchThat({ state: "succeeded", result, refusedOutputs: [1] });
  expect(job).toMatchObject({
    errorCode: null,
    outputs: [{ url: "https://provider.test/1.png" }, { url: "https://provider.test/2.png", isRefused: true }],
  });
  const refused = await batchThat({ state: "failed", reason: "provider.content_refused", billedUsd: 0.2 });
  expect(Number(refused.job.billedUsd)).toBe(0.2);
});
