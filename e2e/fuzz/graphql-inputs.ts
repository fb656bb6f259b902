import fc from "fast-check";
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { argumentsFor, type Making } from "./argument-values";
import type { GeneratorForm } from "./generator-requests";
import { tastes } from "./values";

/** A field that is asked for, with its arguments and what is asked of its answer. */
export interface Asked {
  /** Its name in the answer, one of its own. */
  alias: string;
  field: string;
  arguments: Record<string, unknown>;
  fields: Asked[];
}

/** A query, a mutation, or a field with arguments below them, and how its inputs are made. */
export interface GraphqlOperation {
  name: string;
  kind: "query" | "mutation";
  /** Its field of the query or mutation. */
  root: string;
  inputs: fc.Arbitrary<{ asked: Asked; isLiteral: boolean }>;
}

type Field = GraphQLField<unknown, unknown>;
type Facts = Pick<Making, "generators" | "ownUrl">;

const deepest = 3;
const objectOf = (field: Field) => {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type : null;
};
const isList = (field: Field) => isListType(isNonNullType(field.type) ? field.type.ofType : field.type);

/** Every query and mutation of the schema, and every field with arguments below them. */
export function graphqlOperations(schema: GraphQLSchema, facts: { generators: GeneratorForm[]; ownUrl: string }): GraphqlOperation[] {
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    type ? [{ type, fields: Object.values(type.getFields()) }] : [],
  );
  const direct = roots.flatMap(({ type, fields }) =>
    fields.map((field) => operationOf(type === schema.getQueryType() ? "query" : "mutation", [field], facts)),
  );
  const below = Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__") && !roots.some((root) => root.type === type))
    .flatMap((type) => Object.values(type.getFields()).flatMap((field) => (field.args.length > 0 ? [{ type, field }] : [])));
  const query = schema.getQueryType();
  return [...direct, ...below.map(({ type, field }) => operationOf("query", [...pathTo(type, query), field], facts, `${type.name}.${field.name}`))];
}

/** The shortest way from the queries to a type; of equally short ones that which asks for a single one. */
function pathTo(target: GraphQLObjectType, query: GraphQLObjectType | null | undefined): Field[] {
  let ways: { type: GraphQLObjectType; path: Field[] }[] = query ? [{ type: query, path: [] }] : [];
  for (let depth = 0; depth < 4; depth++) {
    const longer = ways.flatMap(({ type, path }) =>
      Object.values(type.getFields()).flatMap((field) => {
        const next = objectOf(field);
        return next ? [{ type: next, path: [...path, field] }] : [];
      }),
    );
    const found = longer.filter(({ type }) => type === target);
    const best = found.find(({ path }) => path.every((field) => !isList(field))) ?? found[0];
    if (best) return best.path;
    ways = longer;
  }
  throw new Error(`no query leads to ${target.name}`);
}

function operationOf(kind: "query" | "mutation", path: Field[], facts: Facts, name = `${kind} ${path[0]?.name}`): GraphqlOperation {
  const inputs = fc
    .constantFrom(...tastes, "fitting" as const, "fitting" as const)
    .chain((taste) => fc.record({ asked: askedAlong(path, { ...facts, taste, place: path[0]?.name ?? "" }), isLiteral: fc.boolean() }));
  return { name, kind, root: path[0]?.name ?? "", inputs };
}

/** What a field on the way to an operation is called in the answer, where the same field may stand beside it. */
const forcedAlias = "onTheWay";

/** Asks for the fields of a path, one within the other; the ways to the last are made to fit. */
function askedAlong([field, ...rest]: Field[], making: Making): fc.Arbitrary<Asked> {
  if (!field) throw new Error("an operation has a field");
  const own = rest.length > 0 ? { ...making, taste: "fitting" as const } : making;
  const more = rest.length > 0 ? askedAlong(rest, making).map((each) => [{ ...each, alias: forcedAlias }]) : fc.constant([]);
  return fc
    .tuple(argumentsFor(field.args, { ...own, place: `${making.place} ${field.name}` }), fieldsOf(objectOf(field), making, 1), more)
    .map(([given, fields, forced]) => ({ alias: field.name, field: field.name, arguments: given, fields: [...forced, ...fields] }));
}

/** Of an object: near the top every plain field, further down some, and a few of those that lead on. */
function fieldsOf(type: GraphQLObjectType | null, making: Making, depth: number): fc.Arbitrary<Asked[]> {
  if (!type) return fc.constant([]);
  const fields = Object.values(type.getFields());
  const plain = fields.filter((field) => field.args.length === 0 && isLeafType(getNamedType(field.type)));
  const leading = depth < deepest ? fields.filter((field) => !plain.includes(field)) : [];
  const chosen =
    depth === 1 ? fc.constant(plain) : fc.subarray(plain, { minLength: Math.min(1, plain.length), maxLength: Math.min(4, plain.length) });
  // Connections say nothing but through their nodes.
  const isWrapper = plain.length === 0 || fields.some(({ name }) => name === "pageInfo");
  const led = isWrapper && depth < deepest ? leading : null;
  const ways = led ? fc.constant(led) : fc.subarray(leading, { maxLength: Math.min(2, leading.length) });
  return fc
    .tuple(chosen, ways)
    .chain(([leaves, onward]) =>
      fc
        .tuple(...onward.map((field) => below(field, making, isWrapper ? depth : depth + 1)))
        .map((deeper) => [...leaves.map((field) => ({ alias: field.name, field: field.name, arguments: {}, fields: [] })), ...deeper]),
    );
}

function below(field: Field, making: Making, depth: number): fc.Arbitrary<Asked> {
  const place = `${making.place} ${field.name}`;
  return fc
    .tuple(argumentsFor(field.args, { ...making, place }), fieldsOf(objectOf(field), making, depth))
    .map(([given, fields]) => ({ alias: field.name, field: field.name, arguments: given, fields }));
}
