import type { Condition } from "./input-rules.ts";

/** Kinds of artifacts, as inputs name them. */
export type ArtifactKind = "IMAGE" | "VIDEO" | "AUDIO" | "TEXT" | "LORA" | "MODEL";

/** One of the values that a choice offers. */
export type OptionValue = string | number;

interface FieldBase {
  name: string;
  title: string;
  description: string;
  isRequired: boolean;
  /** Whether null is a value of its own, such as "no limit" beside a default of 10. */
  isNullable: boolean;
  /** What the form starts with; null means "left to the generator", and of a required field that it must still be chosen. */
  initial: unknown;
  /** Rarely touched: shown after the others. */
  isAdvanced: boolean;
  /** What must hold for it to be shown and sent; null for always. */
  visibleWhen: Condition | null;
}

/** The limits of a number. */
export interface NumberLimits {
  minimum: number | null;
  maximum: number | null;
  /** Whether the value must lie above the minimum. */
  isMinimumExclusive: boolean;
  /** Whether the value must lie below the maximum. */
  isMaximumExclusive: boolean;
  /** A step that reaches the default and both limits. */
  step: number;
  /** What the value must be a multiple of; null for anything. */
  multipleOf: number | null;
  isWhole: boolean;
}

/** The limits of a text. */
interface TextLimits {
  minimumLength: number;
  maximumLength: number | null;
  /** A regular expression that it must match somewhere; null for any. */
  pattern: string | null;
}

/** One input of a generator, as a form draws it. Values keep the type that the schema gives them. */
export type InputField = FieldBase &
  (
    | { kind: "artifact"; artifactType: ArtifactKind; isList: boolean; minimum: number; maximum: number }
    | ({ kind: "text" | "longText" } & TextLimits)
    | { kind: "color" }
    /** A day (`2026-11-26`), or a moment in UTC (`2026-11-26T20:30:00.000Z`). */
    | { kind: "date"; hasTime: boolean }
    /** On or off; not required, it can also be left to the generator. */
    | { kind: "switch"; isOptional: boolean }
    /** A group of fields; the value is an object, or null while it is left to the generator. */
    | { kind: "group"; fields: InputField[]; isOptional: boolean }
    /** As many as wanted of one field; the value is a list. */
    | { kind: "list"; item: InputField; minimum: number; maximum: number }
    | { kind: "choice"; options: OptionValue[]; isOptional: boolean }
    | ({ kind: "number"; isOptional: boolean } & NumberLimits)
    /** One of several kinds of value, such as a preset or a width and a height. The value is that of one branch. */
    | { kind: "union"; branches: PlainField[]; isOptional: boolean }
  );

/** A field that takes no artifact. */
export type PlainField = Exclude<InputField, { kind: "artifact" }>;

/** The fields that take no artifact, in their order. */
export const plainFieldsOf = (fields: InputField[]): PlainField[] => fields.filter((field): field is PlainField => field.kind !== "artifact");
