import {
  type GraphQLInputType,
  type GraphQLNamedInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { schema } from "@/lib/graphql/schema";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
beforeAll(async () => {
  installation = await openInstallation();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

const nested = (levels: number) => {
  let value: unknown = {};
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
};

/** Something that the type takes. */
function sample(type: GraphQLInputType): unknown {
  const named = getNullableType(type);
  if (isListType(named)) return [sample(named.ofType)];
  return sampleOf(named as GraphQLNamedInputType);
}
function sampleOf(type: GraphQLNamedInputType): unknown {
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) && field.defaultValue === undefined)
        .map((field) => [field.name, sample(field.type)]),
    );
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return { UUID: uuidv7(), JSON: {}, DateTime: "2026-01-01T00:00:00Z", Int: 1, Float: 1, Boolean: true }[type.name] ?? "x";
}

interface Place {
  operation: string;
  isMutation: boolean;
  /** As an error names it. */
  field: string;
  /** From the argument inwards. */
  path: string[];
  type: GraphQLInputType;
}

/** Every list and every JSON value that an operation takes. */
function places(): Place[] {
  const found: Place[] = [];
  const look = (operation: string, isMutation: boolean, path: string[], type: GraphQLInputType) => {
    const named = getNullableType(type);
    if (isListType(named) || named.toString() === "JSON")
      found.push({ operation, isMutation, path, field: path.filter((part, index) => index > 0 || part !== "input").join("."), type });
    else if (isInputObjectType(named))
      for (const field of Object.values(named.getFields())) look(operation, isMutation, [...path, field.name], field.type);
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const operation of Object.values(root?.getFields() ?? {}))
      for (const argument of operation.args) look(operation.name, root === schema.getMutationType(), [argument.name], argument.type);
  return found;
}

async function ask({ operation, isMutation, path }: Place, value: unknown) {
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  const field = root?.getFields()[operation];
  if (!field) throw new Error(`no ${operation}`);
  const variables = Object.fromEntries(
    field.args.filter(({ type, name }) => isNonNullType(type) || name === path[0]).map(({ name, type }) => [name, sample(type)]),
  );
  let target = variables as Record<string, unknown>;
  for (const part of path.slice(0, -1)) target = target[part] as Record<string, unknown>;
  target[path.at(-1) ?? ""] = value;
  const given = field.args.filter(({ name }) => name in variables);
  const inner = getNamedType(field.type);
  const query = `${isMutation ? "mutation" : "query"} (${given.map(({ name, type }) => `$${name}: ${type}`).join(", ")}) {
    ${operation}(${given.map(({ name }) => `${name}: $${name}`).join(", ")}) ${"getFields" in inner ? "{ __typename }" : ""} }`;
  const { errors } = await askGraphql(owner, query, variables);
  return errors[0];
}

describe("what a client sends", () => {
  const all = places();
  it("knows its places", () => {
    expect(all.length).toBeGreaterThan(20);
    expect(all.map(({ operation, field }) => `${operation} ${field}`)).toContain("searchGenerations tagIds");
  });

  it.each(all.map((place) => ({ ...place, name: `${place.operation} ${place.field}` })))("is bounded: $name", async (place) => {
    if (isListType(getNullableType(place.type))) {
      const item = sample(place.type) as unknown[];
      expect(await ask(place, Array(201).fill(item[0]))).toMatchObject({
        message: expect.stringContaining("takes at most 200 items"),
        extensions: { reason: "input.invalid", field: place.field },
      });
      return;
    }
    expect(await ask(place, nested(3000))).toMatchObject({
      message: expect.stringContaining("nested deeper than 32 levels"),
      extensions: { reason: "input.invalid", field: place.field },
    });
    expect(await ask(place, { a: ["x".repeat(150_000), "x".repeat(150_000)] })).toMatchObject({
      message: expect.stringContaining("holds more than 262,144 characters"),
      extensions: { reason: "input.invalid", field: place.field },
    });
    const wide = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}`, 1]));
    expect(await ask(place, wide)).toMatchObject({ extensions: { reason: "input.invalid", field: place.field } });
  });
});

it("bounds the body of every REST request in depth and number", async () => {
  const { operations } = await import("@/lib/rest/openapi");
  const { readJson } = await import("@/lib/rest/read-json");
  const shapes = Object.values(operations).flatMap((methods) => Object.values(methods).flatMap(({ body }) => body ?? []));
  expect(shapes.length).toBeGreaterThan(3);
  const send = (body: string) => new Request("http://boards.test/", { method: "POST", body });
  for (const shape of shapes) {
    await expect(readJson(send(JSON.stringify({ settings: nested(3000) })), shape)).rejects.toMatchObject({ reason: "request.invalid_body" });
    await expect(readJson(send(JSON.stringify(Array(10_001).fill(1))), shape)).rejects.toMatchObject({ reason: "request.invalid_body" });
  }
});
