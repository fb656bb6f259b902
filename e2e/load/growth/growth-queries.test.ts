import { readFileSync } from "node:fs";
import { buildSchema, getVariableValues, Kind, type OperationDefinitionNode, parse, validate } from "graphql";
import { expect, it } from "vitest";
import { growthQueries } from "./growth-queries";

const schema = buildSchema(readFileSync("lib/api/graphql/schema.graphql", "utf8"));
const id = "0192aaaa-0000-7000-8000-000000000001";

// The benchmark takes long and no test runs it: what has changed its arguments meanwhile would be noticed only there.
it.each(growthQueries({ largeBoardId: id, ancestorId: id, middleCursor: "1" }))("$name is what the API takes", ({ query, variables = {} }) => {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION);
  const { errors = [] } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
  expect(errors).toEqual([]);
});
