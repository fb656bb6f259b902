import { createServer } from "node:net";
import { tryLock } from "./locks.mjs";
import { Problem } from "./problem.mjs";

const mostTries = 200;

/**
 * Takes the first port from `first` on that can be taken, or `first` alone when the port `isFixed`, and keeps it until `letGo` makes room for
 * the server that is meant for it. Other starts of Boards leave the port alone for as long as this process lives.
 */
export async function takePort(first, host, isFixed) {
  for (let port = first; port < first + (isFixed ? 1 : mostTries); port++) {
    const lock = await tryLock(`port ${host} ${port}`);
    const holder = lock && (await listen(port, host));
    if (holder) return { port, letGo: () => new Promise((resolve) => holder.close(resolve)) };
    lock?.release();
  }
  if (isFixed) throw new Problem(`Port ${first} is taken. Stop what uses it, or choose another: PORT=${first + 1} npm start`);
  throw new Problem(`All ports from ${first} to ${first + mostTries - 1} are taken. Choose another: PORT=${first + mostTries} npm start`);
}

const kept = new Map();

/**
 * Keeps a port of this machine for `owner`, instead of the one that it had: other starts of Boards leave the port alone while the owner's server is down.
 * Answers false when it is kept for another.
 */
export async function keepPort(owner, port) {
  if (kept.get(owner)?.port === port) return true;
  const lock = await tryLock(`port 127.0.0.1 ${port}`);
  if (!lock) return false;
  giveUpPort(owner);
  kept.set(owner, { port, lock });
  return true;
}

/** Leaves the port of `owner` to others. */
export function giveUpPort(owner) {
  kept.get(owner)?.lock.release();
  kept.delete(owner);
}

/** A server that only keeps the port, or null when another has it. */
function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE") return resolve(null);
      if (error.code === "EACCES") return reject(new Problem(`This user may not open port ${port}. Choose another: PORT=3000 npm start`));
      reject(new Problem(`HOST=${host} is not an address of this machine (${error.code}). Leave it out to answer on this machine only.`));
    });
    server.listen(port, host, () => resolve(server));
  });
}
