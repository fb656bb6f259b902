import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openLedger } from "@/lib/testing/ledger";

let ledger: Awaited<ReturnType<typeof openLedger>>;
let viewer: Viewer;
const load = async () => ({
  ...(await import("@/lib/generations/provider-jobs/settle-batch")),
  ...(await import("@/lib/generations/provider-jobs/record-status")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  ledger = await openLedger({ BOARDS_CHARGE_SIMULATED_RUNS: "" });
  boards = await load();
  viewer = await ledger.installation.viewer("owner", "studio");
});
afterAll(() => ledger.close());

describe("a simulated run", () => {
  it("tells what it would cost, and costs nothing: nothing is reserved, billed or counted", async () => {
    const limit = await askGraphql(viewer, "mutation { setSpendingLimit(input: { period: MONTH, maxUsd: 0.001, maxGenerations: 1 }) { maxUsd } }");
    expect(limit.errors).toEqual([]);
    // Twice, and beyond the limit.
    for (let run = 0; run < 2; run++) {
      const batch = await ledger.ask(viewer, 2);
      await ledger.job(batch, { state: "succeeded", billedUsd: 0 });
      await ledger.end(batch.batchId, ["completed", "completed"]);
      expect(await boards.settleBatch(batch.batchId)).toBe("settled");
      const answer = await askGraphql(
        viewer,
        `query ($id: UUID!) {
          generation(id: $id) { isSimulated estimatedCostUsd costUsd }
          receipt(generationId: $id) { estimatedUsd costUsd lines { amountUsd } }
          spending(groupBy: GENERATOR) { usd generations }
        }`,
        { id: batch.id },
      );
      expect(answer).toEqual({
        data: {
          generation: { isSimulated: true, estimatedCostUsd: 0.012, costUsd: 0 },
          receipt: { estimatedUsd: 0.012, costUsd: 0, lines: [] },
          spending: [],
        },
        errors: [],
      });
    }
    expect(await ledger.db().creditTransaction.count()).toBe(0);
    // Which screens say.
    expect((await askGraphql(viewer, "{ areSimulatedRunsCharged }")).data).toEqual({ areSimulatedRunsCharged: false });
  });

  it("is told before at its real price", async () => {
    const estimate = `{ estimateCost(generatorName: "fal-flux-2", inputParams: { prompt: "hills", num_images: 2 }) { costUsd outputCount } }`;
    expect(await askGraphql(viewer, estimate)).toMatchObject({ data: { estimateCost: { costUsd: 0.024, outputCount: 2 } } });
  });

  it("is not billed, whatever the simulator answers", async () => {
    const batch = await ledger.ask(viewer, 1);
    const job = await ledger.job(batch, { state: "submitted" });
    const { planOf } = await import("@/lib/generations/provider-jobs/check-job");
    await boards.recordStatus(job, await planOf(job), { state: "failed", reason: "provider.failed", billedUsd: 0.5 });
    expect(Number((await ledger.db().providerJob.findUniqueOrThrow({ where: { id: job.id } })).billedUsd)).toBe(0);
  });

  it("of what this server makes itself is charged as ever", async () => {
    await askGraphql(viewer, `mutation { setGeneratorSetting(input: { generatorName: "sketch", priceUsd: 1 }) { generatorName } }`);
    await expect(ledger.ask(viewer, 1, { generatorName: "sketch" })).rejects.toThrow("monthly limit");
  });
});
