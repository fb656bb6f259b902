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
