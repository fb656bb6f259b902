import { buildSchema } from "graphql";
import { expect, it } from "vitest";
import { describe as described, documentsIn, problemsOf } from "./documents-in.mjs";

const schema = buildSchema("type Query { boards: [Board!]! } type Board { id: ID! }");
const module = (document) => `import { graphql } from "./generated";\n\nconst query = graphql(\`${document}\`);\n`;

it("accepts what the schema has, and fragments that nothing here uses", () => {
  const documents = documentsIn("use-boards.ts", `${module("query A { boards { id } }")}${module("fragment B on Board { id }")}`);
  expect(documents.map(({ rawSDL }) => rawSDL)).toEqual(["query A { boards { id } }", "fragment B on Board { id }"]);
  expect(problemsOf(schema, documents)).toEqual([]);
});

it("names file, line and reason of what the schema does not have", () => {
  const problems = problemsOf(schema, documentsIn("use-boards.ts", module("\n  query A {\n    bords { id }\n  }\n")));
  expect(described(new AggregateError(problems))).toMatch(/^Cannot query field "bords" on type "Query"[\s\S]*use-boards\.ts:5:5/);
});

it("names file, line and reason of what is no GraphQL", () => {
  let error;
  try {
    documentsIn("use-boards.ts", module("query A {"));
  } catch (thrown) {
    error = thrown;
  }
  expect(described(error)).toMatch(/Syntax Error: Expected Name, found <EOF>[\s\S]*use-boards\.ts:3:/);
});
