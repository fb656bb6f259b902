import { startKeeper } from "../../scripts/launch/keeper.mjs";

/** Once for a run: a folder for all that tests write, and a Postgres for those that ask for one. Both go when the run ends, however it does. */
export default async function setUp(): Promise<() => Promise<void>> {
  const keeper = await startKeeper();
  Object.assign(process.env, { TMPDIR: keeper.folder, TEMP: keeper.folder, TMP: keeper.folder, TEST_DATABASE_STARTER: keeper.databaseStarter });
  return keeper.stop;
}
