import type { ComplexityErrorKind, ComplexityResult } from "@pothos/plugin-complexity";
import { type GraphQLField, isListType, isNonNullType } from "graphql";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";

/** How often the fields within a list count that says nothing about its length. */
const usualLength = 5;
const defaultPage = 50;

/** What one request may cost: its fields, each counted as often as the lists around it may hold items, and how deep they lie. */
export function costLimits(): Partial<ComplexityResult> {
  const { maxCost, maxDepth } = env().graphql;
  return { complexity: maxCost, depth: maxDepth };
}

/** A field costs 1; what is within a list counts for each item that is asked for. */
export function costOf<Context>(
  args: Record<string, unknown>,
  _context: Context,
  { type, args: known }: GraphQLField<unknown, Context, Record<string, unknown>>,
) {
  const isPaged = known.some(({ name }) => name === "limit" || name === "first");
  const asked = args.first ?? args.last ?? args.limit;
  if (isPaged) return { field: 1, multiplier: typeof asked === "number" && asked > 0 ? asked : defaultPage };
  const inner = isNonNullType(type) ? type.ofType : type;
  return { field: 1, multiplier: isListType(inner) ? usualLength : 1 };
}

/** Says which limit a request broke, and by how much. */
export function tooComplex(kind: ComplexityErrorKind, result: ComplexityResult & { maxComplexity?: number; maxDepth?: number }): Error {
  const [what, value, limit] =
    kind.toString() === "Depth" ? ["depth", result.depth, result.maxDepth] : ["cost", result.complexity, result.maxComplexity];
  return new BoardsError("request.too_complex", { message: `This request has a ${what} of ${value}; the limit is ${limit}` });
}
