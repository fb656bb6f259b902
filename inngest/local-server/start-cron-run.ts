import type pg from "pg";
import { acceptEvents } from "./accept-events";
import { inTransaction } from "./database";
import { internalEventNames } from "./events";
import type { FunctionRegistry } from "./function-registry";
import { createSeededUlid } from "./identifiers";
import { type CronJob, enqueueCron } from "./queue";
import { startRun } from "./start-run";

/**
 * Starts the run that a cron trigger was due for at `dueAt` and queues the next one, in one transaction. Times missed
 * while the server was down come to one run. A trigger that the app no longer declares ends here.
 */
export async function startCronRun(pool: pg.Pool, registry: FunctionRegistry, job: CronJob, dueAt: Date): Promise<void> {
  const config = registry.get(job.functionId);
  const declared = config?.triggers.some((trigger) => "cron" in trigger && trigger.cron === job.schedule);
  if (!config || !declared) return;
  await inTransaction(pool, async (client) => {
    const event = { name: internalEventNames.timer, data: { cron: job.schedule }, ts: dueAt.getTime() };
    // The same job, tried again, finds its run.
    const internalId = createSeededUlid(dueAt.getTime(), `${job.functionId} ${job.schedule}`);
    await acceptEvents(client, registry, [{ internalId, event }]);
    await startRun(client, { config, event, eventInternalId: internalId });
    await enqueueCron(client, job.functionId, job.schedule, { keepSchedule: false });
  });
}
