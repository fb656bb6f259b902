import "@/lib/api/refuse-unusable-env";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import type { AppHandler } from "@/inngest/local-server/call-app";
import { loadOwnGenerators } from "@/lib/generators/catalogue/own-generators";
import { watchForEnding } from "@/lib/platform/ending";
import { log } from "@/lib/platform/log";
import { serveHere } from "./serve-here";

/** Makes all functions ready to be called within this process, registered at `serveOrigin`. */
export async function openFunctions(serveOrigin: string): Promise<AppHandler> {
  watchForEnding();
  // One that nobody waits for must not end the work of everyone else.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise failed that nobody waits for"));
  await loadOwnGenerators();
  return serveHere(inngest, functions, serveOrigin);
}
