import { lexicographicSortSchema, printSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "@/lib/graphql/schema";

describe("the schema", () => {
  it("is the one that is committed (mend with `npx vitest run lib/graphql/schema.test.ts -u`)", async () => {
    await expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toMatchFileSnapshot("schema.graphql");
  });
});
