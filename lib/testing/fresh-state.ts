import { vi } from "vitest";
import { setClock } from "@/lib/platform/clock";

/*
 * Each file begins as in a new process, also where one process runs several: our own modules are evaluated anew, and the environment and what
 * modules keep on `globalThis` are as they were at the start.
 */

const kept = globalThis as { testsEnvironment?: NodeJS.ProcessEnv };

kept.testsEnvironment ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in kept.testsEnvironment)) delete process.env[name];
Object.assign(process.env, kept.testsEnvironment);
// Not the processes that decode media: they know nothing of who asks.
for (const name of Object.keys(globalThis)) {
  if (name.startsWith("boards") && name !== "boardsMediaPool") delete (globalThis as Record<string, unknown>)[name];
}
vi.useRealTimers();
vi.unstubAllEnvs();
vi.unstubAllGlobals();
vi.resetModules();
// No test depends on the day on which it runs: this one lies before the end of every model.
setClock(() => new Date("2026-04-08T12:00:00Z"));
