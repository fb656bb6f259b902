import type { InputPath, OptionValue, PlainField } from "@boards/client";
import type { ComponentType } from "react";
import type { AriaProps } from "@/lib/ui/aria-props";

/** Sentences about what is wrong, by where it stands in the form. */
export type FieldErrors = ReadonlyMap<InputPath, string>;

/** Values that can't be chosen as the other fields stand, each with the reason. */
export type ForbiddenOptions = ReadonlyMap<OptionValue | boolean, string>;

/** What draws the value of one field takes: the field, its value, and what to tell assistive technology. */
export interface ControlProps<Kind extends PlainField["kind"]> extends AriaProps {
  id: string;
  field: Extract<PlainField, { kind: Kind }>;
  value: unknown;
  path: InputPath;
  errors: FieldErrors;
  forbidden: ForbiddenOptions;
  onChange: (value: unknown) => void;
}

/** What draws a field with its label takes. */
export interface RowProps {
  field: PlainField;
  value: unknown;
  onChange: (value: unknown) => void;
  /** What is wrong, at this field and within it. */
  errors?: FieldErrors;
  /** What can't be chosen as the other fields stand. */
  forbidden?: ForbiddenOptions;
  /** Where the value stands in the form; the field's name unless it is within another. */
  path?: InputPath;
}

/** What draws the fields within a field. */
export interface WithRows {
  Row: ComponentType<RowProps>;
}
