import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generationRow } from "./generation";
import { rows } from "./rows";

const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.test.ts", "*.test.tsx"], { encoding: "utf8" });
const writes = /\.(generation|providerJob)\.create/;

it("is where tests have rows of generations and jobs from, so that a new column is added in one place", () => {
  const files = listed.split("\n").filter((file) => file && file !== "lib/testing/seed/seed.test.ts");
  expect(files.length).toBeGreaterThan(200);
  const byHand = files.filter((file) => {
    const text = readFileSync(file, "utf8");
    return writes.test(text) && !text.includes("@/lib/testing/seed/");
  });
  expect(byHand, "take the row from lib/testing/seed").toEqual([]);
});

it("takes the columns that a test is about as they are", () => {
  const place = { tenantId: "t", userId: "u", boardId: "b" };
  expect(generationRow(place, { id: "own", status: "failed" })).toMatchObject({ ...place, id: "own", batchId: "own", status: "failed" });
  expect(generationRow(place, { batchId: "batch" })).toMatchObject({ batchId: "batch", generatorName: "sketch", status: "completed" });
});

it("has a bound", () => {
  expect(rows(3, (index) => index)).toEqual([0, 1, 2]);
  expect(() => rows(5001, () => null)).toThrow(/more than the 5000/);
});
