type Value = string | number | boolean | null;

/** The words of JSON Schema that rules between inputs are written in. What is null, empty text or an empty list counts as not given. */
export interface Condition {
  const?: Value;
  enum?: readonly Value[];
  required?: readonly string[];
  dependentRequired?: Record<string, readonly string[]>;
  properties?: Record<string, Condition>;
  not?: Condition;
  anyOf?: readonly Condition[];
}

/** What must hold of the inputs together. It stands in `allOf` of the input schema: form and server read the same. */
export interface InputRule extends Condition {
  /** The input at fault when it does not hold. */
  field: string;
  /** Why, for people. */
  description: string;
}

/** Whether an input is given at all. */
export const isGiven = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** The rules that these inputs, defaults among them, do not keep. */
export const brokenRules = (rules: readonly InputRule[] | undefined, inputs: Record<string, unknown>): InputRule[] =>
  (rules ?? []).filter((rule) => !holds(rule, inputs));

/** Whether a condition holds of a value. */
export function holds(condition: Condition, value: unknown): boolean {
  if (condition.const !== undefined && value !== condition.const) return false;
  if (condition.enum && !condition.enum.includes(value as Value)) return false;
  if (condition.not && holds(condition.not, value)) return false;
  if (condition.anyOf && !condition.anyOf.some((each) => holds(each, value))) return false;
  const of = (field: string) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[field] : undefined);
  const areGiven = (fields: readonly string[]) => fields.every((field) => isGiven(of(field)));
  if (condition.required && !areGiven(condition.required)) return false;
  const dependents = Object.entries(condition.dependentRequired ?? {});
  if (!dependents.every(([field, others]) => !isGiven(of(field)) || areGiven(others))) return false;
  return Object.entries(condition.properties ?? {}).every(([field, inner]) => !isGiven(of(field)) || holds(inner, of(field)));
}
