import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildSchema, findBreakingChanges, findDangerousChanges } from "graphql";
import { describe, expect, it } from "vitest";
import { printedSchema } from "@/lib/api/graphql/printed-schema";
import { schema } from "@/lib/api/graphql/schema";

describe("the schema", () => {
  it("is the one in schema.graphql", async () => {
    const committed = await readFile(join(import.meta.dirname, "schema.graphql"), "utf8");
    expect(committed === printedSchema(), "schema.graphql is out of date: run `npm run generate` and commit it").toBe(true);
  });

  it("breaks nothing of the original's: no type, field, argument, enum value or input is missing, no default differs", async () => {
    const original = buildSchema(await readFile(join(import.meta.dirname, "original.graphql"), "utf8"));
    expect(Object.keys(original.getTypeMap()).length).toBeGreaterThan(30);
    expect(findBreakingChanges(original, schema)).toEqual([]);
    expect(findDangerousChanges(original, schema).filter(({ type }) => type === "ARG_DEFAULT_VALUE_CHANGE")).toEqual([]);
  });
});
