import type { Viewer } from "@/lib/platform/caller/viewer";
import { type LeftBehind, leaveBehind } from "@/lib/testing/left-behind";
import { startSimulator } from "@/lib/testing/simulators/simulator";
import { openTreasury } from "@/lib/testing/treasury";

/** A treasury whose providers are simulated, so that jobs can be asked for, and left behind. */
export async function openSimulatedTreasury() {
  const simulator = await startSimulator();
  const treasury = await openTreasury({ BOARDS_SIMULATOR_URL: simulator.url });
  const { installation, db, boardOf } = treasury;
  return {
    ...treasury,
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
      await treasury.close();
      await simulator.stop();
    },
  };
}
