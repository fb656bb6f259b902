import { Environment } from "@marcbachmann/cel-js";

const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });
type Expression = ReturnType<typeof environment.parse>;
const compiled = new Map<string, Expression>();
const maximumCompiled = 1_000;

function compile(source: string): Expression {
  let expression = compiled.get(source);
  if (!expression) {
    // Expressions may carry run-specific literals, so the cache must not grow with the number of runs.
    if (compiled.size >= maximumCompiled) compiled.clear();
    expression = environment.parse(source);
    compiled.set(source, expression);
  }
  return expression;
}

/** Why this is not a CEL expression; undefined when it is one. */
export function expressionError(source: string): string | undefined {
  try {
    compile(source);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "invalid") : String(error);
  }
}

/** An object whose missing fields are null, as Inngest reads them: two that both lack a field are equal in it. */
function withNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return new Proxy(value, {
    // What every object has tells the evaluator that this is one.
    get: (object, name) => (name in object ? (Object.hasOwn(object, name) ? withNulls(Reflect.get(object, name)) : Reflect.get(object, name)) : null),
    has: () => true,
    getOwnPropertyDescriptor: (object, name) => Reflect.getOwnPropertyDescriptor(object, name) ?? { value: null, configurable: true },
  });
}

/** The variables of an expression; one that asks whether a field is there sees which are. */
const read = (source: string, variables: Record<string, unknown>) =>
  /\bhas\(/.test(source) ? variables : Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, withNulls(value)]));

/**
 * Whether a CEL condition holds for `event` (what started the run) and `async` (what has just arrived).
 * A condition that cannot be decided, as for a field of what is missing, does not hold.
 */
export function conditionHolds(source: string | undefined | null, variables: { event: unknown; async?: unknown }): boolean {
  if (!source) return true;
  try {
    return compile(source)(read(source, variables)) === true;
  } catch {
    return false;
  }
}

/** The text that a CEL key expression gives for this event; a missing field counts as an empty key, as one group. */
export function evaluateKey(source: string | undefined, event: unknown): string {
  if (!source) return "";
  try {
    const value: unknown = compile(source)({ event });
    return typeof value === "string" ? value : JSON.stringify(value, (_, item) => (typeof item === "bigint" ? Number(item) : item));
  } catch {
    return "";
  }
}
