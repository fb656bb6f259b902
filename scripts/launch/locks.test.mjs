import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, it } from "vitest";
import { ask, tryLock, waitForLock } from "./locks.mjs";

const ownNode =
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "node"))
    .find((path) => existsSync(path) && !path.includes("node_modules")) ?? process.execPath;

/** Another process that takes the lock and keeps it until it is ended, on the Node.js of this machine: a first start has no other. */
async function otherProcess(name) {
  const program = `
    import { tryLock } from ${JSON.stringify(new URL("./locks.mjs", import.meta.url).href)};
    const lock = await tryLock(${JSON.stringify(name)}, () => "the other one");
    console.log(lock ? "taken" : "refused");
    setInterval(() => undefined, 1000);`;
  const child = spawn(ownNode, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  return { said: String(said).trim(), end: () => child.kill("SIGKILL") };
}

it("is given to one of many who want it at the same moment", async () => {
  const name = randomUUID();
  const locks = await Promise.all(Array.from({ length: 20 }, () => tryLock(name)));
  expect(locks.filter(Boolean)).toHaveLength(1);
  locks.find(Boolean).release();
});

it("is kept from other processes, which learn whose it is, until its process is killed", async () => {
  const name = randomUUID();
  const other = await otherProcess(name);
  expect(other.said).toBe("taken");
  expect(await tryLock(name)).toBeNull();
  expect((await ask(name)).note).toBe("the other one");

  let hasWaited = false;
  const lock = await waitForLock(name, () => {
    hasWaited = true;
    other.end();
  });
  expect(hasWaited).toBe(true);
  const late = await otherProcess(name);
  late.end();
  expect(late.said).toBe("refused");
  lock.release();
  expect(await ask(name)).toBeNull();
});
