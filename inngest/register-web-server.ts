import { setTimeout as delay } from "node:timers/promises";
import { isOwnEngine } from "@/inngest/is-own-engine";
import type { AppResponse } from "@/inngest/local-server/call-app";
import { register } from "@/inngest/register";
import { env } from "@/lib/platform/env";

/** By then the server, which is asked to register itself, listens. */
const firstPauseMs = 1000;
const timeoutMs = 30_000;

/**
 * Has an Inngest that is not our own engine learn the functions of this web server, where it runs them. Not on Vercel, where a server starts with each
 * burst of requests: Inngest's integration does it there, once a deployment.
 */
export async function registerWebServer(pauseMs = firstPauseMs): Promise<void> {
  const { inngestSigningKey, inngestServeOrigin, isOnVercel, inngestDev, hasWorkerElsewhere } = env();
  if (!inngestSigningKey || isOwnEngine || isOnVercel || hasWorkerElsewhere || (inngestDev && inngestDev !== "0")) return;
  await delay(pauseMs);
  const ask = async (headers: Record<string, string>, body: string): Promise<AppResponse> => {
    try {
      const url = new URL("/api/inngest", inngestServeOrigin);
      const response = await fetch(url, { method: "PUT", headers, body, signal: AbortSignal.timeout(timeoutMs) });
      return { status: response.status, headers: {}, body: await response.text() };
    } catch (error) {
      return { status: 0, headers: {}, body: String(error) };
    }
  };
  await register(({ headers, body }) => ask(headers, body), inngestSigningKey, new AbortController().signal);
}
