import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import messages from "./en.json";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "app", "lib", "inngest", "scripts"], {
  encoding: "utf8",
});
const sources = files
  .split("\n")
  .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.includes(".test.") && existsSync(file))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

const found = (pattern: RegExp) => new Set([...sources.matchAll(pattern)].map(([, key]) => key));
const quoted = found(/"([\w.-]+)"/g);
const templates = found(/`([\w.-]+)\.\$\{/g);

function keysOf(part: object, path: string[] = []): string[][] {
  return Object.entries(part).flatMap(([name, value]) => (typeof value === "string" ? [[...path, name]] : keysOf(value, [...path, name])));
}

/** A key is read whole, or from some namespace on, or by a template whose end is a variable: `errors.${reason}`. */
function isRead(key: string[]) {
  const ends = key.map((_, index) => key.slice(index).join("."));
  const isWhole = ends.some((end) => quoted.has(end));
  const beginnings = ends.flatMap((end) => end.split(".").flatMap((_, count, parts) => (count === 0 ? [] : [parts.slice(0, count).join(".")])));
  return isWhole || beginnings.some((beginning) => templates.has(beginning));
}

it("has no sentence that nothing shows", () => {
  const keys = keysOf(messages);
  expect(keys.length).toBeGreaterThan(100);
  expect(keys.filter((key) => !isRead(key)).map((key) => key.join("."))).toEqual([]);
});

it("has no error that the table does not know", async () => {
  const { errorTable } = await import("@/lib/platform/errors");
  expect(
    keysOf(messages.errors)
      .map((key) => key.join("."))
      .sort(),
  ).toEqual(Object.keys(errorTable).sort());
});
