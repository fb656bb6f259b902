import type { InputField, OptionValue } from "./input-field.ts";
import { brokenRules, type InputRule } from "./input-rules.ts";
import { type InputValues, toInputParams } from "./input-values.ts";

/**
 * The values of a choice or a switch that would break a rule as the other fields stand, each with the rule's reason for people. What is chosen
 * now is never among them, and a rule that is broken anyway forbids nothing.
 */
export function forbiddenOptions(
  field: InputField,
  rules: InputRule[],
  fields: InputField[],
  values: InputValues,
): Map<OptionValue | boolean, string> {
  const options: (OptionValue | boolean)[] = field.kind === "choice" ? field.options : field.kind === "switch" ? [true, false] : [];
  return new Map(
    options.flatMap((option) => {
      const rule = option === values[field.name] ? null : ruleAgainst(field.name, option, rules, fields, values);
      return rule ? [[option, rule.description] as const] : [];
    }),
  );
}

/** The rule that giving a field this value would newly break; null when it may have it. */
export function ruleAgainst(name: string, value: unknown, rules: InputRule[], fields: InputField[], values: InputValues): InputRule | null {
  if (rules.length === 0) return null;
  const before = brokenRules(rules, toInputParams(fields, values));
  return brokenRules(rules, toInputParams(fields, { ...values, [name]: value })).find((rule) => !before.includes(rule)) ?? null;
}
