import { expect, it } from "vitest";
import { describeKeyTest } from "./describe-key-test";

const test = { state: "WORKS" as const, message: null, balance: null, balanceUnit: null };

it.each([
  [test, "Works"],
  [{ ...test, balance: 12.4, balanceUnit: "USD" as const }, "Works · $12.40 left"],
  [{ ...test, balance: 88_000, balanceUnit: "CHARACTERS" as const }, "Works · 88,000 characters left"],
  [{ ...test, balance: 0.4, balanceUnit: "CREDITS" as const }, "Works · 0 credits left"],
  [{ ...test, state: "REFUSED" as const, message: "fal does not accept the key" }, "Refused: fal does not accept the key"],
  [{ ...test, state: "NO_CREDIT" as const, message: "Add some" }, "No credit: Add some"],
  [{ ...test, state: "NOT_REACHABLE" as const, message: "It did not answer" }, "Not reachable: It did not answer"],
])("%o reads as %s", (given, text) => expect(describeKeyTest(given).text).toBe(text));
