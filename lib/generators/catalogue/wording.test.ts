import { expect, it } from "vitest";
import { inputSchemaOf } from "../contract/input-schema";
import { generators } from "./registry";

/** What the field does not say, and what it says instead. */
const unidiomatic: [words: RegExp, instead: string][] = [
  [/\bpictures?\b/i, "image"],
  [/\bfrom words\b|\bin words\b|\bby words\b/i, "from text"],
  [/\bchanges? pictures\b|\bwhat to work on\b/i, "edit"],
  [/\bas the model likes\b/i, "model default"],
  [/\bin earnest\b/i, "with a real provider"],
  [/\bone's own\b|\bof one's\b/i, "your own"],
  [/\b(he|him|his)\b/i, "they"],
];

/** Every title and description that the form of a generator shows, at any depth, with where it stands. */
function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, string][] =>
    (key === "title" || key === "description") && typeof inner === "string" ? [[`${path}.${key}`, inner]] : textsIn(inner, `${path}.${key}`),
  );
}

it("says what generators and their inputs are as their field does", () => {
  const found = generators.flatMap((generator) => {
    const { name, title, description } = generator;
    const texts = [...textsIn({ title, description }, name), ...textsIn(inputSchemaOf(generator).properties, name)];
    return texts.flatMap(([path, text]) => unidiomatic.flatMap(([words, instead]) => (words.test(text) ? [`${path}: “${text}” (${instead})`] : [])));
  });
  expect(found).toEqual([]);
});
