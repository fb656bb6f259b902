import "@/lib/api/refuse-unusable-env";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import type { AppHandler } from "@/inngest/local-server/call-app";
import { loadOwnGenerators } from "@/lib/generators/catalogue/own-generators";
import { watchForEnding } from "@/lib/platform/ending";
import { serveHere } from "./serve-here";

/** Makes all functions ready to be called within this process, registered at `serveOrigin`. */
export async function openFunctions(serveOrigin: string): Promise<AppHandler> {
  watchForEnding();
  await loadOwnGenerators();
  return serveHere(inngest, functions, serveOrigin);
}
