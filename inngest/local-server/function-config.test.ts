import { describe, expect, it } from "vitest";
import { parseFunctionConfig } from "./function-config";

describe("function configuration", () => {
  const config = {
    id: "app-fn",
    triggers: [{ event: "a" }],
    steps: { step: { runtime: { type: "http", url: "http://a.b/c" } } },
  };
  it.each([
    ["cron", { triggers: [{ cron: "every day" }] }],
    ["five fields", { triggers: [{ cron: "* * * * * *" }] }],
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
