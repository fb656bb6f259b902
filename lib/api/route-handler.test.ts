import { afterAll, beforeAll, expect, it } from "vitest";
import { captureLog } from "@/lib/testing/captured-log";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(() => installation.close());

/** What a route answers and logs when its handler throws this. */
async function whenThrown(error: Error) {
  const { routeHandler } = await import("@/lib/api/route-handler");
  const handler = routeHandler({ authenticatesItself: true }, () => Promise.reject(error));
  const captured = captureLog();
  const response = await handler(new Request("http://localhost:3000/api/anything", { headers: { host: "localhost:3000" } })).finally(captured.stop);
  return { status: response.status, said: await response.text(), lines: captured.lines() };
}

it("takes a client that leaves while it sends for no fault of ours", async () => {
  const { status, lines } = await whenThrown(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
  expect(status).toBe(499);
  expect(lines).toBe("");
});

it("shows an id of what fails unexpectedly, which the log has, and nothing else", async () => {
  const { status, said, lines } = await whenThrown(new Error("a secret of the database"));
  expect(status).toBe(500);
  const id = /error ([0-9a-f-]{36})/.exec(said)?.[1] ?? "none";
  expect(said).not.toContain("secret");
  expect(lines).toContain(id);
});
