import { afterEach, expect, it, vi } from "vitest";
import { retryDelay } from "@/inngest/local-server/durations";
import { env } from "@/lib/platform/env";

/** Seconds that Inngest waits before each try: its source, pkg/backoff. */
const waits = [10, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];
const sum = (seconds: number[]) => seconds.reduce((total, each) => total + each, 0);

afterEach(() => {
  vi.resetModules();
  delete process.env.BOARDS_INNGEST_CHECKPOINTS;
});

async function retriesOn(engine: string) {
  process.env.BOARDS_INNGEST_CHECKPOINTS = engine;
  return (await import("./step-retries")).stepRetries;
}

it("ends by the last try, on either engine, before the generation's own limit would end it with another reason", async () => {
  const usable = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing", BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32) };
  Object.assign(process.env, usable);
  const most = env().jobTimeoutSeconds / 2;
  const ours = Array.from({ length: await retriesOn("1") }, (_, index) => retryDelay(index + 1, 1000) / 1000);
  vi.resetModules();
  const inngests = waits.slice(0, await retriesOn("0"));
  for (const total of [sum(ours), sum(inngests)]) {
    expect(total).toBeGreaterThan(240);
    expect(total).toBeLessThan(most);
  }
});
