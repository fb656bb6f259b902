import { expect, it } from "vitest";
import { maximumLengths, maximumNames, StatementNames } from "@/lib/platform/db/statement-names";

/** The name that a statement has when it is used again. */
function namedIn(names: StatementNames, sql: string): string {
  names.of(sql);
  return names.of(sql);
}
const list = (length: number) => `SELECT id FROM boards WHERE id IN (${Array.from({ length }, (_, each) => `$${each + 1}`).join(",")})`;

it("names a statement from its second use on, always the same", () => {
  const names = new StatementNames();
  expect(names.of("SELECT 1")).toBe("");
  const name = names.of("SELECT 1");
  expect(name).toMatch(/^[\w-]{22}$/);
  expect(names.of("SELECT 1")).toBe(name);
  expect(namedIn(names, "SELECT 2")).not.toBe(name);
});

it("names nothing that has no plan", () => {
  const names = new StatementNames();
  for (const sql of ["BEGIN", "COMMIT", "SAVEPOINT a", "SET TRANSACTION READ ONLY"]) expect(namedIn(names, sql)).toBe("");
});

it("names few lengths of one list, of values and of rows", () => {
  const names = new StatementNames();
  const named = Array.from({ length: 200 }, (_, each) => namedIn(names, list(each + 2))).filter(Boolean);
  expect(named).toHaveLength(maximumLengths);
  const rows = (count: number) =>
    `INSERT INTO tags (a, b) VALUES ${Array.from({ length: count }, (_, row) => `($${2 * row + 1},$${2 * row + 2})`).join(",")}`;
  expect(Array.from({ length: 50 }, (_, each) => namedIn(names, rows(each + 2))).filter(Boolean)).toHaveLength(maximumLengths);
});

it("keeps the names that are used when there are too many, and takes a list's lengths anew", () => {
  const names = new StatementNames();
  const lengths = Array.from({ length: maximumLengths }, (_, each) => namedIn(names, list(each + 2)));
  expect(lengths.every(Boolean)).toBe(true);
  expect(namedIn(names, list(100))).toBe("");
  const hot = namedIn(names, "SELECT hot");
  for (let each = 0; each < 2 * maximumNames; each++) {
    namedIn(names, `SELECT c${each} FROM boards`);
    expect(names.of("SELECT hot")).toBe(hot);
  }
  expect(namedIn(names, list(100))).not.toBe("");
});

it("names a statement no more whose plans no longer fit", () => {
  const names = new StatementNames();
  expect(namedIn(names, "SELECT 1")).not.toBe("");
  names.giveUp("SELECT 1");
  expect(namedIn(names, "SELECT 1")).toBe("");
  expect(namedIn(names, "SELECT 2")).not.toBe("");
});
