import type { Condition, InputRule } from "@boards/client/input-rules";

type Value = string | number | boolean | null;

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
