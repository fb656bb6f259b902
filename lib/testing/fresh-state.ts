import { vi } from "vitest";
import { setClock } from "@/lib/platform/clock";
import { forgetInstallation } from "./forget-installation.ts";
import { waitLimitMs } from "./wait-limit.ts";

// A process that runs several test files begins each with the environment, the globals and the timers that it had at its start.
const kept = globalThis as { testsEnvironment?: NodeJS.ProcessEnv };
kept.testsEnvironment ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in kept.testsEnvironment)) delete process.env[name];
Object.assign(process.env, kept.testsEnvironment);
// Failures are tested everywhere; set it to see what the product logs of them.
process.env.BOARDS_LOG_LEVEL ??= "silent";
vi.useRealTimers();
vi.restoreAllMocks();
vi.unstubAllGlobals();
forgetInstallation();
// No test depends on the day on which it runs: this one lies before the end of every model.
setClock(() => new Date("2026-04-08T12:00:00Z"));
// A page's tests wait as long as all others: the default is a second, which a busy machine needs for next to nothing.
if (typeof document !== "undefined") (await import("@testing-library/react")).configure({ asyncUtilTimeout: waitLimitMs });
