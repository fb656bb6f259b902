import { readFileSync } from "node:fs";
import { _createCache, _createIntlFormatters } from "use-intl/core";
import formatWhole from "use-intl/format-message";
import formatParsed from "use-intl/format-message/format-only";
import { expect, it } from "vitest";
import { formats } from "./formats";

type Sentences = { [key: string]: string | Sentences };

const read = (name: string) => JSON.parse(readFileSync(`lib/messages/${name}.json`, "utf8")) as Sentences;

const flat = (part: Sentences, path: string[] = []): [string, unknown][] =>
  Object.entries(part).flatMap(([name, value]) =>
    typeof value === "string" || Array.isArray(value) ? [[[...path, name].join("."), value]] : flat(value, [...path, name]),
  );

/** Any argument of a sentence, and any tag. */
const valuesFor = (sentence: string, argument: unknown) => {
  const tags = [...sentence.matchAll(/<(\w+)>/g)].map(([, tag]) => tag);
  const tagged = (chunks: unknown) => `«${[chunks].flat().join("")}»`;
  return new Proxy({} as Record<string, never>, {
    has: () => true,
    get: (_values, name) => (tags.includes(String(name)) ? tagged : argument),
  });
};

it("was written from the sentences as they are now", () => {
  const isFresh = readFileSync("lib/messages/en.d.json.ts", "utf8").includes(readFileSync("lib/messages/en.json", "utf8").trim());
  expect(isFresh, "en.json has changed since its other forms were written from it: run `npm run generate`").toBe(true);
});

it("says what the sentences say, for no value, one and many", () => {
  const cache = _createCache();
  const options = { cache, formatters: _createIntlFormatters(cache), formats, locale: "en", timeZone: "UTC" };
  const texts = new Map(flat(read("en.parsed")));
  const sentences = flat(read("en"));
  expect(sentences.length).toBeGreaterThan(1000);
  for (const [key, sentence] of sentences)
    for (const argument of [0, 1, 1234.5]) {
      const values = valuesFor(String(sentence), argument);
      const [whole, short] = [formatWhole(key, String(sentence), values, options), formatParsed(key, texts.get(key) as never, values, options)];
      expect([key, [short].flat().join("")]).toEqual([key, [whole].flat().join("")]);
    }
});
