import { expect, it } from "vitest";
import { foldText } from "@/lib/platform/text/fold-text";

it.each([
  ["Привет Мир", "привет мир"],
  ["Ångström", "angstrom"],
  ["A\u030angstro\u0308m", "angstrom"],
  ["ＡＢＣ１", "abc1"],
  ["Straße", "strasse"],
  ["ΟΔΟΣ οδος", "οδοσ οδοσ"],
  ["Łódź", "lodz"],
  ["ﬁne", "fine"],
  ["İstanbul", "istanbul"],
  ["한글", "한글"],
  ["日本", "日本"],
  ["😀", "😀"],
  ["❤\ufe0f", "❤"],
])("folds %s to %s, and nothing more the second time", (text, folded) => {
  expect(foldText(text)).toBe(folded);
  expect(foldText(folded)).toBe(folded);
});

it("keeps letters of other scripts apart that differ by a mark", () => {
  expect(foldText("が")).not.toBe(foldText("か"));
  expect(foldText("कि")).not.toBe(foldText("कु"));
});

it("leaves no text empty that is not", () => {
  expect(foldText("\u0301")).not.toBe("");
  expect(foldText("")).toBe("");
});
