import { describe, expect, it } from "vitest";
import { ConcurrencyGate } from "./concurrency-gate";
import { parseDuration, parseMoment, parseRetryAfter, retryDelay } from "./durations";
import { conditionHolds, evaluateKey, expressionError } from "./expressions";
import { nextCronMoment, parseFunctionConfig } from "./function-config";
import { createSeededUlid, createUlid } from "./identifiers";
import { canonicalJson, hashSigningKey, sign, verifySignature } from "./signatures";

describe("signatures", () => {
  it("writes canonical JSON", () => {
    expect(canonicalJson({ b: [1, undefined, { d: null, c: "é" }], a: undefined, "10": 1, "9": 1e21 })).toBe(
      '{"10":1,"9":1e+21,"b":[1,null,{"c":"é","d":null}]}',
    );
  });
  it("hashes the signing key as the spec's example does", () => {
    expect(hashSigningKey("signkey-prod-12345678")).toBe(
      "signkey-prod-b2ed992186a5cb19f6668aade821f502c1d00970dfd0e35128d51bac4649916c",
    );
  });
  it("accepts its own signature for five minutes, whatever the key's prefix", () => {
    const now = Math.floor(Date.now() / 1000);
    expect(verifySignature("body", sign("body", "signkey-test-ab"), "ab")).toBe(true);
    expect(verifySignature("other", sign("body", "ab"), "ab")).toBe(false);
    expect(verifySignature("body", sign("body", "ab", now - 301), "ab")).toBe(false);
    expect(verifySignature("body", undefined, "ab")).toBe(false);
  });
});

describe("durations", () => {
  it.each([["300ms", 300], ["2h45m", 9_900_000], ["1.5s", 1_500], ["1w", 604_800_000]])("reads %s", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });
  it("reads dates and refuses nonsense", () => {
    expect(parseMoment("2030-01-01T00:00:00Z")?.getUTCFullYear()).toBe(2030);
    expect(parseMoment("soon")).toBeUndefined();
    expect(parseRetryAfter("7", 1_000)?.getTime()).toBe(8_000);
    expect(parseRetryAfter("2030-01-01T00:00:00.000Z")?.getUTCFullYear()).toBe(2030);
  });
  it("backs off by doubling, up to five minutes", () => {
    expect(retryDelay(1, 100)).toBeGreaterThanOrEqual(100);
    expect(retryDelay(4, 100)).toBeGreaterThanOrEqual(800);
    expect(retryDelay(60, 100)).toBeLessThanOrEqual(360_000);
  });
});

describe("expressions", () => {
  const event = { data: { id: "a", size: 3 } };
  it("compares the starting event with the arriving one", () => {
    expect(conditionHolds("event.data.id == async.data.id", { event, async: event })).toBe(true);
    expect(conditionHolds("event.data.size > 3", { event })).toBe(false);
    expect(conditionHolds("event.data.missing == async.data.missing", { event, async: event })).toBe(false);
  });
  it("makes keys", () => {
    expect(evaluateKey("event.data.id + '-' + string(event.data.size)", event)).toBe("a-3");
    expect(evaluateKey("event.data.size", event)).toBe("3");
    expect(evaluateKey(undefined, event)).toBe("");
  });
  it("says what is wrong", () => expect(expressionError("event.data.")).toBeTruthy());
});

describe("cron", () => {
  const after = new Date("2030-03-30T12:00:00Z");
  it("is in UTC unless it names a zone, and follows summer time", () => {
    expect(nextCronMoment("0 9 * * *", after)?.toISOString()).toBe("2030-03-31T09:00:00.000Z");
    expect(nextCronMoment("TZ=Europe/Paris 0 9 * * *", after)?.toISOString()).toBe("2030-03-31T07:00:00.000Z");
  });
});

describe("function configuration", () => {
  const config = { id: "app-fn", triggers: [{ event: "a" }], steps: { step: { runtime: { type: "http", url: "http://a.b/c" } } } };
  it.each([
    ["cron", { triggers: [{ cron: "every day" }] }],
    ["jitter", { triggers: [{ cron: "* * * * *", jitter: "5s" }] }],
    ["not valid CEL", { triggers: [{ event: "a", expression: "event.data. ==" }] }],
    ["connect", { steps: { step: { runtime: { type: "ws", url: "http://a.b/c" } } } }],
    ["somethingNew", { somethingNew: true }],
  ])("refuses %s", (message, change) => {
    expect(() => parseFunctionConfig({ ...config, ...change })).toThrow(new RegExp(`app-fn.*${message}`, "s"));
  });
  it("reads its own output, which is what the database holds", () => {
    const parsed = parseFunctionConfig({ ...config, concurrency: 3 });
    expect(parsed.concurrency).toEqual([{ limit: 3 }]);
    expect(parseFunctionConfig(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
  });
});

describe("identifiers", () => {
  it("sort by time and repeat with their seed", () => {
    expect(createUlid(1_000) < createUlid(2_000)).toBe(true);
    expect(createSeededUlid(1_000, "seed")).toBe(createSeededUlid(1_000, "seed"));
    expect(createUlid()).toMatch(/^[0-9A-Z]{26}$/);
  });
});

describe("concurrency gate", () => {
  it("hands slots on by rank and does not let one full key hold another back", async () => {
    const gate = new ConcurrencyGate();
    const shared = { key: "all", limit: 2 };
    const granted: string[] = [];
    const first = gate.acquire([shared, { key: "a", limit: 1 }], "1");
    const younger = gate.acquire([shared, { key: "a", limit: 1 }], "4");
    const second = gate.acquire([shared, { key: "a", limit: 1 }], "2");
    const third = gate.acquire([shared, { key: "b", limit: 1 }], "3");
    Promise.resolve(younger).then(() => granted.push("younger"));
    expect(second).toBeInstanceOf(Promise);
    expect(third).toBeTypeOf("function");
    if (typeof first === "function") first();
    (await second)();
    expect(granted).toEqual([]);
    await younger;
    expect(granted).toEqual(["younger"]);
  });
});
