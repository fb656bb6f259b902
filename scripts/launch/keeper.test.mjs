import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { isAlive } from "./is-alive.mjs";
import { startKeeper } from "./keeper.mjs";

/** A run of tests in short: it starts a program that ends by itself only after ten minutes, asks for Postgres, and says what there is. */
const run = `
import { spawn } from "node:child_process";
import { startKeeper } from "${join(import.meta.dirname, "keeper.mjs")}";
const keeper = await startKeeper();
const program = spawn(process.execPath, ["-e", "setTimeout(() => {}, 600_000)"], { detached: true, stdio: "ignore" });
keeper.watch(program.pid);
await (await fetch(keeper.databaseStarter)).text();
console.log(JSON.stringify({ folder: keeper.folder, program: program.pid }));
setInterval(() => undefined, 1000);
`;

async function startRun() {
  const child = spawn(process.execPath, ["--input-type=module", "-e", run], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const { folder, program } = JSON.parse(line);
  const server = Number(readFileSync(join(folder, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);
  return { child, folder, processes: [program, server] };
}

it.each(["SIGINT", "SIGTERM", "SIGKILL"])("a run that %s ends leaves no program, no server and no folder", async (signal) => {
  const { child, folder, processes } = await startRun();
  expect(processes.map(isAlive)).toEqual([true, true]);
  expect(existsSync(folder)).toBe(true);
  child.kill(signal);
  while (existsSync(folder) || processes.some(isAlive)) await delay(20);
  expect(processes.map(isAlive)).toEqual([false, false]);
});

it("stops only once a group that it was told to end has cleared up", async () => {
  const keeper = await startKeeper();
  const slow = "process.on('SIGTERM', () => setTimeout(() => process.exit(), 300)); setInterval(() => {}, 1000); console.log('ready');";
  const program = spawn(process.execPath, ["-e", slow], { detached: true, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(program, "exit");
  await once(program.stdout, "data");
  keeper.watch(program.pid);
  keeper.end(program.pid);
  await keeper.stop();
  expect(isAlive(program.pid)).toBe(false);
  // By itself, not by force.
  expect(await ended).toEqual([0, null]);
});
