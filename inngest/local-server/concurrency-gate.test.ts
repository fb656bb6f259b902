import { describe, expect, it } from "vitest";
import { ConcurrencyGate } from "./concurrency-gate";

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
