import type { FieldComplexity } from "@pothos/plugin-complexity";
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
} from "graphql";
import type { GraphqlContext } from "@/lib/platform/graphql/context";
import { defaultPageSize, maximumPageSize } from "@/lib/platform/graphql/page";
import { log } from "@/lib/platform/log";

/** How many items a field may answer, and so how often what is within it may occur. */
interface ListBound {
  atMost: () => number;
  /** How many the cost of a request counts, where far fewer than the most are usual; more of them are stopped by the request's budget alone. */
  usually?: number;
  /** A field around this one counts its items already, as a connection does for its nodes. */
  isCounted: boolean;
}

/** `extensions: atMost(200)` on a field: it answers no more items than this, and as a rule `usually`, when that is given. */
export const atMost = (most: number | (() => number), usually?: number): { list: ListBound } => ({
  list: { atMost: typeof most === "number" ? () => most : most, isCounted: false, ...(usually ? { usually } : {}) },
});

/** `extensions: countedAbove(1000)`: as `atMost`, where all such lists within one field together hold no more than that field's own bound. */
export const countedAbove = (most: number): { list: ListBound } => ({ list: { atMost: () => most, isCounted: true } });

type Field = GraphQLField<unknown, GraphqlContext, Record<string, unknown>>;

/**
 * Gives every list of the schema its bound: its items cost what it may really answer, and no resolver can answer more. Every field that is
 * answered counts against the budget of its request. A list without a bound is a mistake of ours, and the schema is not made.
 */
export function boundLists(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields()) as Field[]) {
      const bound = boundOf(type, field);
      field.extensions = { ...field.extensions, list: bound, complexity: costOf(field, bound) };
      field.resolve = counted(field, bound, `${type.name}.${field.name}`);
    }
  }
  return schema;
}

const isList = ({ type }: Field) => isListType(getNullableType(type));
const isPaged = ({ args }: Field) => args.some(({ name }) => name === "limit" || name === "first");

/** The bound of a list; null for fields that answer one thing. */
function boundOf(parent: GraphQLObjectType, field: Field): ListBound | null {
  const declared = field.extensions.list as ListBound | undefined;
  if (declared) return declared;
  if (isPaged(field)) return atMost(maximumPageSize).list;
  if (!isList(field)) return null;
  if ("pageInfo" in parent.getFields()) return countedAbove(maximumPageSize).list;
  const item = getNamedType(field.type);
  if (isEnumType(item)) return atMost(item.getValues().length).list;
  throw new Error(`${parent.name}.${field.name} is a list without a bound: give it \`extensions: atMost(…)\` or a limit`);
}

/** A field costs 1, a connection more; what is within a list counts for each item that may be answered. */
function costOf(field: Field, bound: ListBound | null): FieldComplexity<object, object> {
  const own = ownCost(field);
  if (!bound || bound.isCounted) return { field: own, multiplier: 1 };
  if (!isPaged(field)) return () => ({ field: own, multiplier: bound.usually ?? bound.atMost() });
  const usual = field.args.find(({ name }) => name === "limit")?.defaultValue;
  return (args: { first?: unknown; last?: unknown; limit?: unknown }) => {
    const asked = args.first ?? args.last ?? args.limit;
    return { field: own, multiplier: typeof asked === "number" && asked > 0 ? asked : typeof usual === "number" ? usual : defaultPageSize };
  };
}

// A connection has statements of its own, where other lists within lists are loaded together.
const ownCost = ({ args }: Field) => (args.some(({ name }) => name === "first") ? 100 : 1);

function counted(field: Field, bound: ListBound | null, name: string): Field["resolve"] {
  const { resolve = defaultFieldResolver } = field;
  const most = isList(field) ? bound?.atMost : undefined;
  return (source, args, context, info) => {
    const { budget } = context;
    const cut = (items: unknown) => {
      if (!most || !Array.isArray(items)) return items;
      if (items.length > most()) log.error({ field: name, items: items.length }, "list truncated at its limit: its resolver sets none");
      const kept = items.slice(0, most());
      budget.count(kept.length);
      return budget.isSpent ? [] : kept;
    };
    budget.count(ownCost(field));
    // The whole answer is refused in the end: an error for each list would only cost more.
    if (most && budget.isSpent) return [];
    // Never thrown at once: graphql-js would leave the promises of earlier items behind, and Node ends a process for one that is rejected.
    try {
      if (ownCost(field) > 1) budget.check();
      const answer: unknown = resolve(source, args, context, info);
      return answer instanceof Promise ? answer.then(cut) : cut(answer);
    } catch (error) {
      return Promise.reject(error);
    }
  };
}
