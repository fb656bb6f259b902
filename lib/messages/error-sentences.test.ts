import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sourceFiles } from "@/lib/testing/source-files";
import messages from "./en.json";

const files = sourceFiles("lib", "app", "inngest").filter((file) => !file.includes("/testing/"));
const literal = /new BoardsError\([^;]*?\bmessage: ?(["`])/g;

it("has every sentence of an error: none stands beside a BoardsError in the code", () => {
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(literal)].map(([match]) => `${file}: ${match.slice(0, 120)}`));
  expect(found, "put the sentence into `reasons` of lib/messages/en.json and say() it").toEqual([]);
});

it('names the provider in what drivers say: none speaks of "the provider"', () => {
  const sentences = Object.entries(messages.reasons.provider).filter(([, sentence]) => /\bthe provider\b(?!'s own)/i.test(JSON.stringify(sentence)));
  expect(sentences, "take {provider}, which a driver fills with `providerName`").toEqual([]);
});
