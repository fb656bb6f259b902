// A worker without an engine: `npm run worker`, and each further one of BOARDS_WORKERS. It serves the functions to an engine elsewhere.
import "./plain-environment";
import { isOwnEngine } from "@/inngest/is-own-engine";
import { register } from "@/inngest/register";
import { joinEngine } from "./join-engine";
import { openFunctions } from "./open-functions";
import { serveOverHttp } from "./serve-over-http";

const shutdownMilliseconds = 4_000;
const { BOARDS_WORKER_URL: ownUrl, BOARDS_WORKER_PORT: ownPort, INNGEST_BASE_URL: engineUrl, INNGEST_SIGNING_KEY: signingKey = "" } = process.env;

// Without an address of its own it is for this machine.
const port = Number(ownPort ?? (ownUrl ? new URL(ownUrl).port || 80 : 0));
let url = ownUrl ?? "";
const stopping = new AbortController();
const server = await serveOverHttp(ownUrl ? "0.0.0.0" : "127.0.0.1", port, async (taken) => {
  url ||= `http://127.0.0.1:${taken}`;
  const handler = await openFunctions(url);
  if (!isOwnEngine) void register(handler, signingKey, stopping.signal);
  return handler;
});
const leaveEngine =
  isOwnEngine && engineUrl ? joinEngine({ engineUrl, url: new URL("/api/inngest", url).href, signingKey }) : () => Promise.resolve();
process.send?.({ url });

const leave = async () => {
  if (stopping.signal.aborted) process.exit(1);
  stopping.abort();
  await leaveEngine();
  await server.close(shutdownMilliseconds);
  process.exit(0);
};
process.on("SIGTERM", leave);
process.on("SIGINT", leave);
