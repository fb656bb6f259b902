import { describe, expect, it } from "vitest";
import { nextCronMoment, parseFunctionConfig } from "./function-config";

describe("function configuration", () => {
  const config = {
    id: "app-fn",
    triggers: [{ event: "a" }],
    steps: { step: { runtime: { type: "http", url: "http://a.b/c" } } },
  };
  it.each([
    ["cron", { triggers: [{ cron: "every day" }] }],
    ["jitter", { triggers: [{ cron: "* * * * *", jitter: "5s" }] }],
    ["not valid CEL", { triggers: [{ event: "a", expression: "event.data. ==" }] }],
    ["connect", { steps: { step: { runtime: { type: "ws", url: "http://a.b/c" } } } }],
    ["somethingNew", { somethingNew: true }],
    ["triggers", { triggers: Array(11).fill({ event: "a" }) }],
    ["concurrency", { concurrency: Array(3).fill({ limit: 1 }) }],
    ["cancel", { cancel: Array(6).fill({ event: "a" }) }],
  ])("refuses %s", (message, change) => {
    expect(() => parseFunctionConfig({ ...config, ...change })).toThrow(new RegExp(`app-fn.*${message}`, "s"));
  });
  it("reads its own output, which is what the database holds", () => {
    const parsed = parseFunctionConfig({ ...config, concurrency: 3 });
    expect(parsed.concurrency).toEqual([{ limit: 3 }]);
    expect(parseFunctionConfig(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
  });
});

describe("cron", () => {
  const after = new Date("2030-03-30T12:00:00Z");
  it("is in UTC unless it names a zone, and follows summer time", () => {
    expect(nextCronMoment("0 9 * * *", after)?.toISOString()).toBe("2030-03-31T09:00:00.000Z");
    expect(nextCronMoment("TZ=Europe/Paris 0 9 * * *", after)?.toISOString()).toBe("2030-03-31T07:00:00.000Z");
  });
});
