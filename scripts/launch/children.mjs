import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { home, root } from "./paths.mjs";

const quickDeathMs = 5000;
const longestPauseMs = 5000;
/** Quick deaths in a row after which a part is given up: at the start something is set up wrong, later perhaps only the database is away. */
const patience = { starting: 2, ready: 20 };

/** Long-running parts of an installation: one that dies is started again, all end together. */
export class Children {
  running = new Map();
  isEnding = false;
  isReady = false;

  /** Starts a part; its process id is kept in `<name>.pid` of the data folder. `onGiveUp` is told when it dies again and again. */
  start(name, command, args, env, onGiveUp, quickDeaths = 0) {
    const startedAt = Date.now();
    // A group of its own, so that a part takes its own children with it.
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"], detached: true });
    this.running.set(name, child);
    if (child.pid) writeFileSync(join(home, `${name}.pid`), String(child.pid));
    child.on("exit", (code, signal) => {
      if (this.isEnding) return;
      const deaths = Date.now() - startedAt < quickDeathMs ? quickDeaths + 1 : 0;
      if (deaths >= (this.isReady ? patience.ready : patience.starting)) return onGiveUp(name);
      console.log(`! ${name} ended (${signal ?? code}); starting it again`);
      const pauseMs = Math.min(200 * deaths ** 2, longestPauseMs);
      setTimeout(() => !this.isEnding && this.start(name, command, args, env, onGiveUp, deaths), pauseMs);
    });
  }

  /** Ends all parts: politely, then for good. */
  async end() {
    this.isEnding = true;
    const children = [...this.running.values()].filter((child) => child.exitCode === null && child.signalCode === null);
    const ends = children.map((child) => new Promise((resolve) => child.once("exit", resolve)));
    for (const child of children) signalGroup(child, "SIGTERM");
    const killer = setTimeout(() => {
      for (const child of children) signalGroup(child, "SIGKILL");
    }, 5000);
    await Promise.all(ends);
    clearTimeout(killer);
  }
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
