import { startKeeper } from "../../scripts/launch/keeper.mjs";

/** Once for a run: a folder for all that tests write, and a Postgres for those that ask for one. Both go when the run ends, however it does. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  // Each project of the configuration asks for it. A folder within the folder of each would become too long for the address of a socket.
  if (process.env.TEST_DATABASE_STARTER) return;
  const keeper = await startKeeper();
  Object.assign(process.env, { TMPDIR: keeper.folder, TEMP: keeper.folder, TMP: keeper.folder, TEST_DATABASE_STARTER: keeper.databaseStarter });
  return keeper.stop;
}
