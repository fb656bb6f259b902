import { accountsAreSums } from "./accounts-are-sums";
import { auditEntriesAreEnded } from "./audit-entries-are-ended";
import { batchesCostWhatJobsCost } from "./batches-cost-what-jobs-cost";
import { endedGenerationsHaveAnEnd } from "./ended-generations-have-an-end";
import { eventsHaveNoGap } from "./events-have-no-gap";
import { filesHaveRows } from "./files-have-rows";
import { lastEventsTellTheState } from "./last-events-tell-the-state";
import { type Invariant, lookAt } from "./left-behind";
import { lineageStaysInTheTenant } from "./lineage-stays-in-the-tenant";
import { nothingIsOrphaned } from "./nothing-is-orphaned";
import { nothingIsUnderWay } from "./nothing-is-under-way";
import { outboxIsEmpty } from "./outbox-is-empty";
import { reservesAreSettled } from "./reserves-are-settled";
import { rowsHaveFiles } from "./rows-have-files";
import { storageAccountsAreSums } from "./storage-accounts-are-sums";
import { tenantsDoNotMix } from "./tenants-do-not-mix";
import { textIsText } from "./text-is-text";

/** What holds of every installation at rest. */
export const invariants: Invariant[] = [
  nothingIsUnderWay,
  endedGenerationsHaveAnEnd,
  accountsAreSums,
  storageAccountsAreSums,
  reservesAreSettled,
  batchesCostWhatJobsCost,
  eventsHaveNoGap,
  lastEventsTellTheState,
  lineageStaysInTheTenant,
  tenantsDoNotMix,
  nothingIsOrphaned,
  outboxIsEmpty,
  auditEntriesAreEnded,
  rowsHaveFiles,
  filesHaveRows,
  textIsText,
];

/** Checks them all and prints what breaks each; answers the number of breaches by the invariant's name. */
export function checkInvariants(databaseUrl: string, storageFolder: string, which = invariants): Promise<Record<string, number>> {
  return lookAt(databaseUrl, storageFolder, async (left) => {
    const counts: Record<string, number> = {};
    for (const { name, violations } of which) {
      const found = await violations(left);
      counts[name] = found.length;
      if (found.length > 0) console.log(`${name}: ${found.length}`, found.slice(0, 5));
    }
    return counts;
  });
}
