import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestClient, TestApp, testKeys } from "./testing/app";
import { type Harness, startHarness } from "./testing/harness";

describe("the server's routes", { timeout: 20_000 }, () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness((client) => [client.createFunction({ id: "plain", triggers: { event: "test/plain" } }, async () => "done")]);
  });
  afterAll(() => harness?.stop());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(new URL(path, harness.server.url), { method: "POST", body: JSON.stringify(body), headers });

  it("refuses an event without the event key", async () => {
    expect((await post("/e/wrong", { name: "test/plain" })).status).toBe(401);
    expect((await post(`/e/${testKeys.eventKey}`, { name: "test/plain" })).status).toBe(200);
  });

  it("refuses events that are none, and those that only the server may send", async () => {
    expect((await post(`/e/${testKeys.eventKey}`, { data: {} })).status).toBe(400);
    expect((await post(`/e/${testKeys.eventKey}`, { name: "inngest/function.failed" })).status).toBe(400);
    expect((await post(`/e/${testKeys.eventKey}`, { name: "Inngest/anything" })).status).toBe(400);
    expect((await post(`/e/${testKeys.eventKey}`, { name: "large", data: { text: "x".repeat(3 * 1024 * 1024) } })).status).toBe(413);
  });

  it("refuses a sync and a look at runs without the signing key", async () => {
    const body = { url: harness.app.url, appName: "intruder", sdk: "js:v4", functions: [] };
    expect((await post("/fn/register", body)).status).toBe(401);
    expect((await post("/fn/register", body, { Authorization: `Bearer ${testKeys.signingKey}` })).status).toBe(401);
    expect((await fetch(new URL("/v1/runs/any", harness.server.url))).status).toBe(401);
  });

  it("says that it is up", async () => {
    expect(await (await fetch(new URL("/health", harness.server.url))).json()).toMatchObject({ status: "ok", functions: 1 });
  });

  it.each([
    ["debounce", { debounce: { period: "5s" as const } }],
    ["throttle", { throttle: { limit: 1, period: "5s" as const } }],
    ["rateLimit", { rateLimit: { limit: 1, period: "5s" as const } }],
    ["batchEvents", { batchEvents: { maxSize: 2, timeout: "5s" as const } }],
    ["priority", { priority: { run: "100" } }],
    ["singleton", { singleton: { mode: "skip" as const } }],
    ["timeouts", { timeouts: { finish: "5s" as const } }],
  ])("refuses a function that asks for %s, by name, and runs the app's others", async (feature, options) => {
    const client = createTestClient(harness.server.url);
    const app = new TestApp();
    await app.listen();
    app.serve(client, [
      client.createFunction({ id: "greedy", triggers: { event: "test/both" }, ...options }, async () => {}),
      client.createFunction({ id: "modest", triggers: { event: "test/both" } }, async () => feature),
    ]);
    const response = await fetch(app.url, { method: "PUT", body: "{}" });
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(new RegExp(`app-greedy.*${feature}`));
    expect(await harness.runsOf(await harness.send("test/both"))).toMatchObject([{ function_id: "app-modest", output: feature }]);
    await app.kill();
  });
});
