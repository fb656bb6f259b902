import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(async () => {
  vi.useRealTimers();
  await installation.close();
});

it("writes to the storage once in five seconds, however many ask, and says no more than it does", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { checkHealth } = await import("@/lib/api/health");
  const { currentStorage } = await import("@/lib/platform/storage/current-storage");
  const checks = vi.spyOn(currentStorage(), "check");
  const answers = await Promise.all(Array.from({ length: 200 }, () => checkHealth()));
  expect(checks).toHaveBeenCalledTimes(1);
  expect(Object.keys(answers[0] ?? {})).toEqual(["status", "version", "database", "storage", "functions"]);
  expect(answers[0]?.storage.status).toBe("up");
  vi.advanceTimersByTime(4999);
  expect(await checkHealth()).toBe(answers[0]);
  vi.advanceTimersByTime(2);
  expect(await checkHealth()).not.toBe(answers[0]);
  expect(checks).toHaveBeenCalledTimes(2);
});
