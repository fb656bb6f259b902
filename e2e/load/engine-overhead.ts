import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHarness } from "@/inngest/local-server/testing/harness";
import { startPostgres } from "../../scripts/launch/postgres.mjs";
import { report } from "./report";

const steps = 20;
const runs = 20;

/** What the local Inngest server adds to a step: the time from the end of one empty step to the begin of the next, the SDK's own work included. */
export async function measureEngine(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "boards-bench-"));
  chmodSync(scratch, 0o755);
  const postgres = await startPostgres(join(scratch, "postgres"));
  process.env.TEST_DATABASE_URL = postgres.url;
  const gaps: number[] = [];
  const harness = await startHarness((client) => [
    client.createFunction({ id: "steps", triggers: [{ event: "bench/steps" }] }, async ({ step }) => {
      let before = 0;
      for (let each = 0; each < steps; each++) {
        const now = await step.run(`step-${each}`, () => performance.now());
        if (before > 0) gaps.push(now - before);
        before = now;
      }
      // The body runs again for each step: only the gaps of the last pass, which sees every step, count.
      gaps.splice(0, gaps.length - (steps - 1));
      measured.push(...gaps.splice(0));
    }),
  ]);
  const measured: number[] = [];
  for (let run = 0; run < runs + 2; run++) {
    if (run === 2) measured.length = 0;
    await harness.runsOf(await harness.send("bench/steps"));
  }
  report("a step of the local function engine, empty", measured);
  await harness.stop();
  await postgres.stop();
  rmSync(scratch, { recursive: true, force: true });
}
