// A worker with a function engine of its own, in one process: what `npm start` runs beside the web server.
import "./plain-environment";
import { askEngineHere } from "../engine-fetch";
import { readOptions } from "../local-server/config";
import { keepRunning } from "../local-server/keep-running";

keepRunning({
  ...readOptions(process.env),
  app: async ({ url, fetch }) => {
    process.env.INNGEST_BASE_URL = url;
    askEngineHere(fetch);
    // Only now: these modules read their settings when they are first used.
    const { openFunctions } = await import("./open-functions");
    return openFunctions(url);
  },
  // Sooner than the launcher loses patience.
  shutdownMilliseconds: 4_000,
});
