import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import messages from "@/lib/messages/en.json";
import { formats } from "@/lib/messages/formats";
import { describeKeyTest } from "./describe-key-test";

const t = createTranslator({ locale: "en", messages, formats, namespace: "admin.providers" });
const test = { state: "WORKS" as const, message: null, balance: null, balanceUnit: null };

it.each([
  [test, "Works"],
  [{ ...test, balance: 12.4, balanceUnit: "USD" as const }, "Works · $12.40 left"],
  [{ ...test, balance: 88_000, balanceUnit: "CHARACTERS" as const }, "Works · 88,000 characters left"],
  [{ ...test, balance: 0.4, balanceUnit: "CREDITS" as const }, "Works · 0.4 credits left"],
  [{ ...test, balance: 1, balanceUnit: "CREDITS" as const }, "Works · 1 credit left"],
  [{ ...test, state: "REFUSED" as const, message: "fal doesn't accept this key." }, "Rejected: fal doesn't accept this key."],
  [{ ...test, state: "NO_CREDIT" as const, message: "Add some." }, "No credit: Add some."],
  [{ ...test, state: "NOT_REACHABLE" as const, message: "It didn't respond." }, "Can't be reached: It didn't respond."],
])("%o reads as %s", (given, text) => expect(describeKeyTest(t, given).text).toBe(text));
