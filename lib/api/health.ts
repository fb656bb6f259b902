import { isRegistered } from "@/inngest/register";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { isStorageTrouble } from "@/lib/platform/storage/storage-error";
import packageInfo from "@/package.json";

const patienceMs = 3000;

async function measure(name: string, check: () => Promise<unknown>) {
  const start = performance.now();
  const latencyMs = () => Math.round((performance.now() - start) * 10) / 10;
  try {
    await Promise.race([
      check(),
      new Promise((_, reject) => {
        setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs).unref();
      }),
    ]);
    return { status: "up" as const, latencyMs: latencyMs() };
  } catch (error) {
    log.error({ err: error, part: name }, "a part of the installation is down");
    return { status: "down" as const, latencyMs: latencyMs(), ...(isStorageTrouble(error) ? { message: error.message } : {}) };
  }
}

/** The function engine that Inngest's variables name; Inngest Cloud when they name none. */
async function checkEngine() {
  const { inngestBaseUrl, inngestDev } = env();
  const devServer = inngestDev?.startsWith("http") ? inngestDev : inngestDev && inngestDev !== "0" ? "http://127.0.0.1:8288" : undefined;
  const response = await fetch(`${inngestBaseUrl ?? devServer ?? "https://api.inngest.com"}/health`);
  if (!response.ok) throw new Error(`the function engine answered ${response.status}`);
}

/** An answer holds this long: however many ask, the storage is written to and the database asked once in this time. */
const freshMs = 5000;

// Every bundle of Next.js shares the answer.
const kept = globalThis as { boardsHealth?: { at: number; answer: ReturnType<typeof askEveryPart> } };

/** Whether the database, the storage and the function engine answer; asked at most once in five seconds, whoever wants to know. */
export function checkHealth() {
  const now = performance.now();
  if (!kept.boardsHealth || now - kept.boardsHealth.at > freshMs) kept.boardsHealth = { at: now, answer: askEveryPart() };
  return kept.boardsHealth.answer;
}

async function askEveryPart() {
  const [database, storage, functions] = await Promise.all([
    measure("database", () => db().$queryRaw`SELECT 1`),
    measure("storage", () => currentStorage().check()),
    measure("functions", checkEngine),
  ]);
  const parts = { database, storage, functions: { ...functions, isRegistered: isRegistered() } };
  const isHealthy = Object.values(parts).every((part) => part.status === "up");
  return { status: isHealthy ? "healthy" : "unhealthy", version: packageInfo.version, ...parts };
}
