import { attendedStates } from "@/lib/generations/provider-jobs/job-states";
import { db } from "@/lib/platform/db/client";
import { sqlList } from "@/lib/platform/db/sql-list";
import { asInstallation } from "@/lib/platform/db/tenant-scope";

/** Whether any generation is on its way in the installation that a crash could leave undone: a batch, a provider's job, an event. */
export async function isAnyGenerationOpen(): Promise<boolean> {
  const [found] = await asInstallation(
    () => db().$queryRaw<{ isOpen: boolean }[]>`
      SELECT EXISTS (SELECT FROM boards.generation_turns)
        OR EXISTS (SELECT FROM boards.provider_jobs WHERE state IN (${sqlList(attendedStates)}))
        OR EXISTS (SELECT FROM boards.outbox_events WHERE sent_at IS NULL) AS "isOpen"`,
  );
  return found?.isOpen ?? false;
}
