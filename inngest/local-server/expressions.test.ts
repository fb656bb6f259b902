import { describe, expect, it } from "vitest";
import { conditionHolds, evaluateKey, expressionError } from "./expressions";

describe("expressions", () => {
  const event = { data: { id: "a", size: 3 } };
  it("compares the starting event with the arriving one", () => {
    expect(conditionHolds("event.data.id == async.data.id", { event, async: event })).toBe(true);
    expect(conditionHolds("event.data.size > 3", { event })).toBe(false);
  });
  it("reads a missing field as null, as Inngest does, and what lies in one as undecided", () => {
    expect(conditionHolds("event.data.missing == async.data.missing", { event, async: event })).toBe(true);
    expect(conditionHolds("event.data.missing == async.data.id", { event, async: event })).toBe(false);
    expect(conditionHolds("event.data.missing.more == null", { event })).toBe(false);
    expect(conditionHolds("has(event.data.missing)", { event })).toBe(false);
    expect(conditionHolds("has(event.data.id)", { event })).toBe(true);
  });
  it("makes keys", () => {
    expect(evaluateKey("event.data.id + '-' + string(event.data.size)", event)).toBe("a-3");
    expect(evaluateKey("event.data.size", event)).toBe("3");
    expect(evaluateKey(undefined, event)).toBe("");
  });
  it("says what is wrong", () => expect(expressionError("event.data.")).toBeTruthy());
});
