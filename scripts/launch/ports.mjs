import { createServer } from "node:net";

/** Whether this port of this machine is free. */
export function isFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** The first free port from `port` on. */
export async function freePortFrom(port) {
  for (let each = port; each < port + 200; each++) if (await isFree(each)) return each;
  throw new Error(`No port from ${port} to ${port + 199} is free`);
}
