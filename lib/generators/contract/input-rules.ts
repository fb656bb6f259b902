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

// --- Rules, as declarations write them -------------------------------------------------------------------------------

/** An input that cannot be given together with any of the others. */
export const excludes = (field: string, others: readonly string[], description: string): InputRule => ({
  field,
  description,
  not: { required: [field], anyOf: others.map((other) => ({ required: [other] })) },
});

/** An input that cannot be given without the others. */
export const requires = (field: string, others: readonly string[], description: string): InputRule => ({
  field,
  description,
  dependentRequired: { [field]: others },
});

/** An input that has fewer values while the condition holds. */
export const onlyWhile = (condition: Condition, field: string, values: readonly Value[], description: string): InputRule => ({
  field,
  description,
  ...implies(condition, { properties: { [field]: { enum: values } } }),
});

/** While the condition holds, so must the consequence. */
export const implies = (condition: Condition, consequence: Condition): Condition => ({ anyOf: [{ not: condition }, consequence] });

/** Holds while an input is given. */
export const given = (field: string): Condition => ({ required: [field] });

/** Holds while an input has one of these values. */
export const has = (field: string, ...values: readonly Value[]): Condition => ({ required: [field], properties: { [field]: { enum: values } } });

// --- Reading them ----------------------------------------------------------------------------------------------------

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

/** The inputs that a condition speaks of. */
export function fieldsIn({ required = [], dependentRequired = {}, properties = {}, not, anyOf = [] }: Condition): string[] {
  const inner = [not, ...anyOf].flatMap((each) => (each ? fieldsIn(each) : []));
  return [
    ...new Set([
      ...required,
      ...Object.entries(dependentRequired).flatMap(([field, others]) => [field, ...others]),
      ...Object.keys(properties),
      ...inner,
    ]),
  ];
}
