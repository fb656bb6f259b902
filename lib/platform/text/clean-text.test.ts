import { describe, expect, it } from "vitest";
import { cleanValue } from "@/lib/platform/clean-value";
import { countCharacters, cutText } from "@/lib/platform/text/characters";
import { cleanText, storableText } from "@/lib/platform/text/clean-text";

const nested = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`);

describe("text as it enters", () => {
  it.each([
    ["a NUL", "cat\0dog", "catdog"],
    ["half an emoji", "cat \ud83d dog", "cat \ufffd dog"],
    ["the other half", "\ude00", "\ufffd"],
    ["a decomposed letter", "Cafe\u0301", "Café"],
    ["a whole emoji", "😀", "😀"],
  ])("comes without %s", (_what, given, clean) => {
    expect(cleanText(given)).toBe(clean);
  });

  it("keeps its form where it only has to be storable", () => {
    expect(storableText("Cafe\u0301\0")).toBe("Cafe\u0301");
  });

  it("is cleaned within values, keys included, and nothing else changes", () => {
    const [date, bytes] = [new Date(0), Buffer.from("a\0")];
    const given = { "a\0": ["b\ud800", { c: "Cafe\u0301" }], date, bytes, number: 1, nothing: null };
    expect(cleanValue(given)).toEqual({ a: ["b\ufffd", { c: "Café" }], date, bytes, number: 1, nothing: null });
    const clean = { a: ["b", { c: 1 }] };
    expect(cleanValue(clean)).toBe(clean);
    expect(Object.getPrototypeOf(cleanValue(JSON.parse('{"__proto__":{"x\\u0000":1}}')))).toBe(Object.prototype);
    // Prisma would take it for the prototype of its own copy.
    const { a } = cleanValue(JSON.parse('{"a":{"__proto__":null,"b":1,"__pro\\u0000to__":2}}'));
    expect(Object.entries(a)).toEqual([["b", 1]]);
  });

  it("is refused where it is nested too deeply, by the name of its field", () => {
    expect(() => cleanValue({ input: { settings: nested(3000) } })).toThrow(expect.objectContaining({ reason: "input.invalid", field: "settings" }));
    expect(cleanValue(nested(900))).toEqual(nested(900));
  });
});

describe("characters", () => {
  it("are counted and cut by code point", () => {
    expect(countCharacters("a😀é日")).toBe(4);
    expect(cutText("a😀b", 2)).toBe("a😀");
    expect(cutText("😀😀", 1)).toBe("😀");
    expect(cutText("abc", 5)).toBe("abc");
    expect(cutText(`${"a".repeat(1999)}😀`, 2000)).toBe(`${"a".repeat(1999)}😀`);
  });
});
