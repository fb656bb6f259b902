import { forgetEnv } from "@/lib/platform/env";

/** Forgets the settings that were read, and what this process keeps of an installation: connections, caches, counts. The clock stays. */
export function forgetInstallation(): void {
  const kept = globalThis as Record<string, unknown>;
  for (const name of Object.keys(kept)) if (name.startsWith("boards") && name !== "boardsClock") delete kept[name];
  forgetEnv();
}
