import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { relay, say } from "./log.mjs";
import { home, root } from "./paths.mjs";
import { Problem } from "./problem.mjs";

const quickDeathMs = 5000;
const longestPauseMs = 5000;
const firstWordMs = 120_000;
/** Quick deaths in a row after which a part is given up: at the start something is set up wrong, later perhaps only the database is away. */
const patience = { starting: 2, ready: 20 };

/** Long-running parts of an installation: one that dies is started again, all end together. */
export class Children {
  running = new Map();
  isEnding = false;
  isReady = false;

  /** `onGiveUp` is told the name of a part that dies again and again. */
  constructor(onGiveUp) {
    this.onGiveUp = onGiveUp;
  }

  /** Starts a part on the Node.js of the path; its process id is kept in `<name>.pid` of the data folder. `onMessage` gets what it sends. */
  start(name, args, env, onMessage = () => undefined, quickDeaths = 0) {
    if (this.isEnding) return;
    const startedAt = Date.now();
    const child = spawnPrivately("node", args, env);
    relay(name, child.stdout, "info");
    relay(name, child.stderr, "warn");
    this.running.set(name, child);
    if (child.pid) writeFileSync(join(home, `${name}.pid`), String(child.pid), { mode: 0o600 });
    child.on("message", onMessage);
    child.on("error", (error) => say(`${name}: ${error.message}`, "error"));
    child.on("exit", (code, signal) => {
      if (this.isEnding) return;
      const deaths = Date.now() - startedAt < quickDeathMs ? quickDeaths + 1 : 0;
      if (deaths >= (this.isReady ? patience.ready : patience.starting)) return this.onGiveUp(name);
      say(`${name} ended (${signal ?? code}); starting it again`, "warn");
      const pauseMs = Math.min(200 * deaths ** 2, longestPauseMs);
      setTimeout(() => this.start(name, args, env, onMessage, deaths), pauseMs);
    });
  }

  /** Starts a part that chooses its own port; over once `onAddress`, which is told that one and each later one, is done with the first. */
  startWithOwnPort(name, args, env, onAddress) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Problem(`${name} is not ready after two minutes.`)), firstWordMs);
      this.start(name, args, env, ({ url }) => {
        clearTimeout(timer);
        resolve(onAddress(url));
      });
    });
  }

  /** Starts a part anew, as when its settings have changed; over once the old one has ended. */
  async restart(name) {
    const child = this.running.get(name);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    signalGroup(child, "SIGTERM");
    await once(child, "exit");
  }

  /** Starts all parts anew. */
  restartAll() {
    for (const name of this.running.keys()) void this.restart(name);
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

/** A process in a group of its own, so that it takes its own children with it. What it writes is for its owner only. */
function spawnPrivately(command, args, env) {
  const umask = process.umask(0o077);
  try {
    return spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe", "ipc"], detached: true });
  } finally {
    process.umask(umask);
  }
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
