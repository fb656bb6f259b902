import {
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { v7 as uuidv7 } from "uuid";
import { schema } from "@/lib/api/graphql/schema";

/** Where an operation takes a value: an argument, or a field of an input. */
export interface InputPlace {
  operation: string;
  isMutation: boolean;
  /** As an error names it. */
  field: string;
  /** From the argument inwards. */
  path: string[];
  type: GraphQLInputType;
}

/** Every such place of the schema that takes what is wanted. */
export function inputPlaces(isWanted: (type: GraphQLInputType) => boolean): InputPlace[] {
  const found: InputPlace[] = [];
  const look = (operation: string, isMutation: boolean, path: string[], type: GraphQLInputType) => {
    const named = getNullableType(type);
    if (isWanted(named))
      found.push({ operation, isMutation, path, field: path.filter((part, index) => index > 0 || part !== "input").join("."), type });
    else if (isInputObjectType(named))
      for (const field of Object.values(named.getFields())) look(operation, isMutation, [...path, field.name], field.type);
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const operation of Object.values(root?.getFields() ?? {}))
      for (const argument of operation.args) look(operation.name, root === schema.getMutationType(), [argument.name], argument.type);
  return found;
}

/** What an argument or field of this name takes; undefined for anything of its type, or for nothing where none is required. */
export type Given = (name: string, operation: string, isRequired: boolean) => unknown;

/** Something that the type takes. */
export function sample(type: GraphQLInputType, operation = "", given: Given = () => undefined): unknown {
  const named = getNullableType(type);
  return isListType(named) ? [sample(named.ofType, operation, given)] : sampleOf(named as GraphQLNamedInputType, operation, given);
}

function sampleOf(type: GraphQLNamedInputType, operation: string, given: Given): unknown {
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).flatMap((field) => {
        const isRequired = isNonNullType(field.type) && field.defaultValue === undefined;
        const value = given(field.name, operation, isRequired) ?? (isRequired ? sample(field.type, operation, given) : undefined);
        return value === undefined ? [] : [[field.name, value]];
      }),
    );
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return { UUID: uuidv7(), JSON: {}, DateTime: "2026-01-01T00:00:00Z", Int: 1, Float: 1, Boolean: true }[type.name] ?? "x";
}

/** A request that puts `value` at a place, and beside it only what the operation insists on. */
export function requestWith({ operation, isMutation, path }: InputPlace, value: unknown, given: Given = () => undefined) {
  const field = (isMutation ? schema.getMutationType() : schema.getQueryType())?.getFields()[operation];
  if (!field) throw new Error(`no ${operation}`);
  const args = field.args.filter(({ type, name }) => isNonNullType(type) || name === path[0]);
  const variables = Object.fromEntries(args.map(({ name, type }) => [name, given(name, operation, true) ?? sample(type, operation, given)]));
  let target: Record<string, unknown> = variables;
  for (const part of path.slice(0, -1)) target = target[part] as Record<string, unknown>;
  target[path.at(-1) ?? ""] = value;
  const query = `${isMutation ? "mutation" : "query"} (${args.map(({ name, type }) => `$${name}: ${type}`).join(", ")}) {
    ${operation}(${args.map(({ name }) => `${name}: $${name}`).join(", ")}) ${leavesOf(field.type)} }`;
  return { query, variables };
}

/** Everything that a type says of itself; of a connection, what its rows say. */
function leavesOf(type: GraphQLOutputType): string {
  const inner = getNamedType(type);
  if (!isObjectType(inner)) return "";
  const { nodes, ...fields } = inner.getFields();
  if (nodes) return `{ nodes ${leavesOf(nodes.type)} }`;
  const leaves = Object.values(fields).filter(({ type, args }) => !isObjectType(getNamedType(type)) && args.length === 0);
  return `{ __typename ${leaves.map(({ name }) => name).join(" ")} }`;
}
