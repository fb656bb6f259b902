import type { ComplexityErrorKind, ComplexityResult } from "@pothos/plugin-complexity";
import { say } from "@/lib/messages/say";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

/** What one request may cost at worst: its fields, each counted as often as the lists around it may answer items, and how deep they lie. */
export function costLimits(): Partial<ComplexityResult> {
  const { maxCost, maxDepth } = env().graphql;
  return { complexity: maxCost, depth: maxDepth };
}

/** Says which limit a request broke, and by how much. */
export function tooComplex(kind: ComplexityErrorKind, result: ComplexityResult & { maxComplexity?: number; maxDepth?: number }): Error {
  const [what, value, limit]: [string, number, number] =
    kind.toString() === "Depth" ? ["depth", result.depth, result.maxDepth ?? 0] : ["cost", result.complexity, result.maxComplexity ?? 0];
  return new BoardsError("request.too_complex", { message: say("reasons.request.tooComplex", { what, value, limit }) });
}
