import type { Viewer } from "@/lib/platform/caller/viewer";
import { openLedger } from "@/lib/testing/ledger";
import { type LeftBehind, leaveBehind } from "@/lib/testing/left-behind";
import { startSimulator } from "@/lib/testing/simulators/simulator";

/** A ledger whose providers are simulated, so that jobs can be asked for, and left behind. */
export async function openSimulatedLedger() {
  const simulator = await startSimulator();
  const ledger = await openLedger({ BOARDS_SIMULATOR_URL: simulator.url });
  const { installation, db, boardOf } = ledger;
  return {
    ...ledger,
    simulator,
    leave: async (viewer: Viewer, how: LeftBehind) => leaveBehind(viewer, await boardOf(viewer), how),
    /** The state of a batch's job. */
    jobStateOf: async (batchId: string) => (await db().providerJob.findFirst({ where: { batchId } }))?.state,
    /** The events that tell of a batch, but for so many that came before. */
    told: (batchId: string, before = 0) =>
      installation.events.received
        .slice(before)
        .filter(({ data }) => data.batchId === batchId)
        .map(({ name }) => name),
    async close() {
      await ledger.close();
      await simulator.stop();
    },
  };
}
