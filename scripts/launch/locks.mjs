import { createHash } from "node:crypto";
import { realpathSync, rmSync, statSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The name of a lock on a folder, the same by whatever path it is reached. */
export function folderLock(purpose, folder) {
  const path = realpathSync(folder);
  const { dev, ino } = statSync(path);
  return `${purpose} ${path} ${dev} ${ino}`;
}

/**
 * Takes a lock of this machine, or answers null when another process has it. It is a socket that nobody else can listen on, so that
 * the system gives it back however the process ends. Who asks is told what `note` says.
 */
export async function tryLock(name, note = () => "") {
  const address = addressOf(name);
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.unref().on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined).write(`${note()}\n`);
  });
  const isTaken = await new Promise((resolve, reject) => {
    server.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(true) : reject(error)));
    server.listen(address, () => resolve(false));
  });
  if (isTaken) {
    if (process.platform === "linux" || process.platform === "win32" || (await ask(name))) return null;
    // Elsewhere the socket is a file, which a killed process leaves behind.
    rmSync(address, { force: true });
    return tryLock(name, note);
  }
  server.unref();
  return {
    release() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Takes a lock, however long another process keeps it; `onWait` is told when it does. */
export async function waitForLock(name, onWait) {
  for (let isFirst = true; ; isFirst = false) {
    const lock = await tryLock(name);
    if (lock) return lock;
    const holder = await ask(name);
    if (holder && isFirst) onWait();
    await holder?.gone;
  }
}

/** What the process that holds the lock says, and when it has let go; null when nobody holds it. */
export function ask(name) {
  return new Promise((resolve) => {
    const socket = connect(addressOf(name));
    const gone = new Promise((end) => socket.once("close", end));
    let said = "";
    socket.on("error", () => resolve(null));
    socket.on("data", (chunk) => {
      said += chunk;
      if (said.includes("\n")) resolve({ note: said.split("\n")[0], gone });
    });
    gone.then(() => resolve(null));
  });
}

function addressOf(name) {
  const id = `boards-${createHash("sha256").update(name).digest("hex").slice(0, 24)}`;
  // As long as an address can be: Node.js 20, which the first start may run on, fills a shorter one up and 24 does not.
  if (process.platform === "linux") return `\0${id.padEnd(107, "-")}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${id}` : join(tmpdir(), `${id}.sock`);
}
