import { expect, it } from "vitest";
import { tellingWordsOf } from "./similar-prompts";

it("a similar prompt is looked for by the words that tell something, each once, in any script", () => {
  expect(tellingWordsOf("A lonely lighthouse, with a red roof on the Lighthouse hill")).toEqual(["lonely", "lighthouse"]);
  expect(tellingWordsOf("a red fox")).toEqual(["a", "red", "fox"]);
  expect(tellingWordsOf("one two three four five six seven eight nineteen twenty eleven twelve thirteen")).toHaveLength(5);
  expect(tellingWordsOf("東京の夜景").length).toBeGreaterThan(1);
  expect(tellingWordsOf(" … ")).toEqual([]);
});
