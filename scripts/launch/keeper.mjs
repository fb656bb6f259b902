import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./paths.mjs";

/**
 * Starts a process that clears up after this one, even when this one is killed. Answers a folder for all that the run writes, and an address
 * at which to ask for the URL of a PostgreSQL server, which is started when someone asks. A process group that `watch` is told
 * of is stopped by `end`, or else with everything; `stop` clears up and waits until that is done.
 */
export async function startKeeper() {
  const child = spawn(process.execPath, [join(root, "scripts/launch/keeper-main.mjs")], { detached: true, stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), "line"), ended.then(() => ["null"])]);
  const found = JSON.parse(line);
  if (!found) throw new Error("The process that clears up after the tests did not start");
  const tell = (message) => child.stdin.write(`${JSON.stringify(message)}\n`);
  for (const each of [child, child.stdin, child.stdout]) each.unref();
  return {
    ...found,
    watch: (group) => tell({ watch: group }),
    end: (group) => tell({ end: group }),
    async stop() {
      child.ref();
      child.stdin.end();
      await ended;
    },
  };
}
