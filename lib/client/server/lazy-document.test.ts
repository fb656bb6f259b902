import { type ASTNode, parse, print, visit } from "graphql";
import { expect, it } from "vitest";
import { lazyDocument } from "./lazy-document.ts";

const fragments = {
  Owner: "fragment Owner on User { id ...Named }",
  Named: "fragment Named on User { displayName }",
  Unused: "fragment Unused on User { email }",
};

it("holds what was written and each fragment that it spreads, once", () => {
  const text = "query Boards { a: board { ...Owner } b: board { ...Owner ...Named } }";
  expect(print(lazyDocument(text, fragments))).toBe(print(parse(`${text} ${fragments.Owner} ${fragments.Named}`)));
});

it("is parsed when it is first used, and stays the same document", () => {
  const broken = lazyDocument("query {", fragments);
  expect(() => broken.definitions).toThrow("Syntax Error");
  const document = lazyDocument("{ me { ...Named } }", fragments);
  expect(document.definitions).toBe(document.definitions);
});

it("can be changed like every document, before its first use too", () => {
  const enter = (node: ASTNode) => (node.kind === "OperationDefinition" ? { ...node, operation: "mutation" } : undefined);
  expect(print(visit(lazyDocument("{ me { ...Named } }", fragments), { enter }))).toContain("mutation {");
  expect({ ...lazyDocument("{ me }", {}) }.definitions).toHaveLength(1);
});
