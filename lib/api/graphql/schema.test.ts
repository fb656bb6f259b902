import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildSchema, findBreakingChanges, findDangerousChanges, lexicographicSortSchema, printSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "@/lib/api/graphql/schema";

describe("the schema", () => {
  it("is the one that is committed (mend with `npx vitest run lib/api/graphql/schema.test.ts -u`)", async () => {
    await expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toMatchFileSnapshot("schema.graphql");
  });

  it("breaks nothing of the original's: no type, field, argument, enum value or input is missing, no default differs", async () => {
    const original = buildSchema(await readFile(join(import.meta.dirname, "original.graphql"), "utf8"));
    expect(Object.keys(original.getTypeMap()).length).toBeGreaterThan(30);
    expect(findBreakingChanges(original, schema)).toEqual([]);
    expect(findDangerousChanges(original, schema).filter(({ type }) => type === "ARG_DEFAULT_VALUE_CHANGE")).toEqual([]);
  });
});
