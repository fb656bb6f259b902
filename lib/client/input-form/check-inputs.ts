import type { InputField, PlainField } from "./input-field.ts";
import { type InputPath, pathWithin } from "./input-path.ts";
import { brokenRules, type InputRule, isGiven } from "./input-rules.ts";
import { branchOf, type InputValues, shownFields, toInputParams } from "./input-values.ts";

type Artifact = Extract<InputField, { kind: "artifact" }>;

/** What keeps a form from being sent, and where: artifacts or a value that a required field lacks, a value beyond its limits, or a rule between fields. */
export type InputProblem = { path: InputPath } & (
  | { reason: "artifacts_missing"; field: Artifact; missing: number }
  | { reason: "value_missing"; field: InputField }
  | {
      reason: "too_few" | "too_many" | "too_short" | "too_long" | "too_small" | "too_large" | "not_above" | "not_below";
      field: InputField;
      limit: number;
    }
  | { reason: "not_multiple"; field: InputField; divisor: number }
  | { reason: "not_whole" | "wrong_format"; field: InputField }
  | { reason: "rule_broken"; rule: InputRule }
);

/** Everything that keeps the form from being sent, in the order of its fields, rules last. */
export function checkInputs(fields: InputField[], rules: InputRule[], values: InputValues): InputProblem[] {
  const broken = brokenRules(rules, toInputParams(fields, values));
  return [...problemsOf(fields, values, ""), ...broken.map((rule): InputProblem => ({ path: rule.field, reason: "rule_broken", rule }))];
}

/** The first thing that keeps the form from being sent; null when it can be. */
export const whyNotReady = (fields: InputField[], rules: InputRule[], values: InputValues): InputProblem | null =>
  checkInputs(fields, rules, values)[0] ?? null;

/** Whether a problem is that something still has to be given, which is no mistake yet. */
export const isUnfinished = ({ reason }: InputProblem): boolean => reason === "artifacts_missing" || reason === "value_missing";

function problemsOf(fields: InputField[], values: InputValues, outer: InputPath): InputProblem[] {
  return shownFields(fields, values).flatMap((field) => problemsOfOne(field, values[field.name], pathWithin(outer, field.name)));
}

function problemsOfOne(field: InputField, value: unknown, path: InputPath): InputProblem[] {
  if (field.kind === "artifact") return artifactProblems(field, value, path);
  // A required text takes no blanks for words.
  const isBlank = field.isRequired && typeof value === "string" && value.trim() === "";
  if (isGiven(value) && !isBlank) return valueProblems(field, value, path);
  return field.isRequired ? [{ path, reason: "value_missing", field }] : [];
}

function artifactProblems(field: Artifact, value: unknown, path: InputPath): InputProblem[] {
  const count = isGiven(value) ? [value].flat().length : 0;
  if (count > field.maximum) return [{ path, reason: "too_many", field, limit: field.maximum }];
  const isShort = count < field.minimum && (field.isRequired || count > 0);
  return isShort ? [{ path, reason: "artifacts_missing", field, missing: field.minimum - count }] : [];
}

function valueProblems(field: PlainField, value: unknown, path: InputPath): InputProblem[] {
  switch (field.kind) {
    case "group":
      return problemsOf(field.fields, value as InputValues, path);
    case "list": {
      const items = value as unknown[];
      if (items.length < field.minimum) return [{ path, reason: "too_few", field, limit: field.minimum }];
      if (items.length > field.maximum) return [{ path, reason: "too_many", field, limit: field.maximum }];
      return items.flatMap((item, index) => problemsOfOne(field.item, item, pathWithin(path, index)));
    }
    case "union": {
      const branch = branchOf(field, value);
      return branch ? valueProblems(branch, value, path) : [{ path, reason: "wrong_format", field }];
    }
    case "number":
      return numberProblems(field, value as number, path);
    case "text":
    case "longText":
      return textProblems(field, String(value), path);
    case "color":
      return /^#[\da-f]{6}$/i.test(String(value)) ? [] : [{ path, reason: "wrong_format", field }];
    default:
      return [];
  }
}

function numberProblems(field: Extract<PlainField, { kind: "number" }>, value: number, path: InputPath): InputProblem[] {
  const { minimum, maximum, isMinimumExclusive, isMaximumExclusive, multipleOf, isWhole } = field;
  const isBelow = minimum !== null && (value < minimum || (isMinimumExclusive && value === minimum));
  if (isBelow) return [{ path, reason: isMinimumExclusive ? "not_above" : "too_small", field, limit: minimum }];
  const isAbove = maximum !== null && (value > maximum || (isMaximumExclusive && value === maximum));
  if (isAbove) return [{ path, reason: isMaximumExclusive ? "not_below" : "too_large", field, limit: maximum }];
  if (isWhole && !Number.isInteger(value)) return [{ path, reason: "not_whole", field }];
  if (multipleOf !== null && !isMultiple(value, multipleOf)) return [{ path, reason: "not_multiple", field, divisor: multipleOf }];
  return [];
}

// 0.3 / 0.1 is 2.9999999999999996.
const isMultiple = (value: number, divisor: number) => Math.abs(value / divisor - Math.round(value / divisor)) < 1e-9;

function textProblems(field: Extract<PlainField, { kind: "text" | "longText" }>, value: string, path: InputPath): InputProblem[] {
  const { minimumLength, maximumLength, pattern } = field;
  if (value.length < minimumLength) return [{ path, reason: "too_short", field, limit: minimumLength }];
  if (maximumLength !== null && value.length > maximumLength) return [{ path, reason: "too_long", field, limit: maximumLength }];
  return pattern !== null && !matches(pattern, value) ? [{ path, reason: "wrong_format", field }] : [];
}

/** Whether a text matches a schema's pattern; one that this browser can't read is left to the server. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return true;
  }
}
