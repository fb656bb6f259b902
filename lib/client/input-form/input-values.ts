import type { InputField, PlainField } from "./input-field.ts";
import { holds, isGiven } from "./input-rules.ts";

/** What a form holds, by the name of the field. */
export type InputValues = Record<string, unknown>;

/** What the form starts with. */
export function initialValues(fields: InputField[]): InputValues {
  return Object.fromEntries(fields.map((field) => [field.name, field.initial]));
}

/** What a field starts with when someone asks for it: a new line of a list, a group that was left to the generator. */
export function freshValue(field: InputField): unknown {
  if (field.initial !== null) return field.initial;
  if (field.kind === "group") return initialValues(field.fields);
  if (field.kind === "union") return field.branches[0] ? freshValue(field.branches[0]) : null;
  return null;
}

/** The fields that say something, as the others stand. */
export const shownFields = (fields: InputField[], values: InputValues): InputField[] =>
  fields.filter(({ visibleWhen }) => !visibleWhen || holds(visibleWhen, values));

/** What is sent: every value that is there and shown. An empty list, text or number is left to the generator. */
export function toInputParams(fields: InputField[], values: InputValues): InputValues {
  return Object.fromEntries(
    shownFields(fields, values).flatMap((field) => {
      const value = values[field.name];
      if (isGiven(value)) return [[field.name, sentValue(field, value)]];
      // Its default would take the place of what was emptied.
      return field.isNullable && isGiven(field.initial) && value === null ? [[field.name, null]] : [];
    }),
  );
}

function sentValue(field: InputField, value: unknown): unknown {
  if (field.kind === "group") return toInputParams(field.fields, value as InputValues);
  if (field.kind === "list") return (value as unknown[]).map((each) => sentValue(field.item, each));
  if (field.kind === "union") {
    const branch = branchOf(field, value);
    return branch ? sentValue(branch, value) : value;
  }
  return value;
}

/** The kind of value that a union holds; the first while it holds none, undefined where none fits. */
export function branchOf({ branches }: Extract<InputField, { kind: "union" }>, value: unknown): PlainField | undefined {
  return value === null || value === undefined ? branches[0] : branches.find((branch) => fits(branch, value));
}

function fits(field: PlainField, value: unknown): boolean {
  switch (field.kind) {
    case "choice":
      return field.options.includes(value as string);
    case "number":
      return typeof value === "number" && (!field.isWhole || Number.isInteger(value));
    case "switch":
      return typeof value === "boolean";
    case "list":
      return Array.isArray(value);
    case "group":
      return (
        typeof value === "object" && !Array.isArray(value) && Object.keys(value ?? {}).every((key) => field.fields.some(({ name }) => name === key))
      );
    case "union":
      return field.branches.some((branch) => fits(branch, value));
    default:
      return typeof value === "string";
  }
}
