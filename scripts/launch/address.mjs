import { Problem } from "./problem.mjs";

const thisMachine = ["127.0.0.1", "localhost", "::1"];
const everywhere = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** Where this installation is to answer: `host` to listen on, the `port` to begin with, whether that `isFixed`, and whether it `isLocal`. */
export function addressOf(settings) {
  const host = (settings.HOST ?? "127.0.0.1").replace(/^\[(.*)\]$/, "$1");
  const port = Number(settings.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Problem(`PORT=${settings.PORT} is not a number from 1 to 65535.`);
  return {
    host,
    port,
    // Others know the address: their server is not to answer elsewhere.
    isFixed: Boolean(settings.PORT ?? settings.BOARDS_FRONTEND_BASE_URL),
    // Where people sign in, everyone may come, and nobody is let in for being on this machine.
    isLocal: thisMachine.includes(host) && (settings.BOARDS_AUTH_PROVIDER ?? "none") === "none",
  };
}

/** The web address at which this machine reaches what listens on `host` and `port`. */
export function urlOf(host, port) {
  const name = everywhere[host] ?? host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
