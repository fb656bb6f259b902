"use client";

import type { PlainField } from "@boards/client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { ChoiceControl } from "./choice-control";
import { ColorControl } from "./color-control";
import type { ControlProps, RowProps } from "./control-props";
import { DateControl } from "./date-control";
import { GroupControl } from "./group-control";
import { ListControl } from "./list-control";
import { NumberControl } from "./number-control";
import { SwitchControl } from "./switch-control";
import { TextControl } from "./text-control";
import { UnionControl } from "./union-control";

const none: ReadonlyMap<string, string> = new Map();

/** One input of a generator: its label, its control, what it is for and what is wrong with it. */
export function InputFieldRow({ field, value, onChange, errors = none, forbidden = none, path = field.name }: RowProps) {
  const t = useTranslations("app.input");
  const id = useId();
  const error = errors.get(path);
  const isInline = field.kind === "switch" && !field.isOptional;
  // A group of controls is named by its heading.
  const isComposite = field.kind === "group" || field.kind === "list" || field.kind === "union" || (field.kind === "switch" && field.isOptional);
  const reasons = [...new Set(forbidden.values())];
  const notes = [
    ...(field.description ? [`${id}-help`] : []),
    ...(reasons.length > 0 ? [`${id}-reasons`] : []),
    ...(error ? [`${id}-error`] : []),
  ].join(" ");
  const label = (
    <>
      {field.title}
      {field.isRequired && (
        <span aria-hidden className="text-accent">
          {" "}
          *
        </span>
      )}
    </>
  );
  return (
    <div className={isInline ? "grid grid-cols-[1fr_auto] content-start items-center gap-x-3 gap-y-1" : "grid min-w-0 content-start gap-1.5"}>
      {isComposite ? (
        <span className="font-medium text-sm">{label}</span>
      ) : (
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
      )}
      <FieldControl
        id={id}
        field={field}
        value={value}
        path={path}
        errors={errors}
        forbidden={forbidden}
        onChange={onChange}
        aria-describedby={notes || undefined}
        aria-invalid={Boolean(error)}
        aria-required={field.isRequired}
      />
      {field.description && (
        <p id={`${id}-help`} className={field.kind === "longText" ? "sr-only" : "col-span-full text-muted text-xs"}>
          {field.description}
        </p>
      )}
      {reasons.length > 0 && (
        <p id={`${id}-reasons`} className="col-span-full text-muted text-xs">
          {t("notAll", { reasons: reasons.join("; ") })}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="col-span-full text-danger text-sm first-letter:uppercase">
          {error}
        </p>
      )}
    </div>
  );
}

/** What a field's value is changed with, by its kind. */
function FieldControl({ field, ...rest }: ControlProps<PlainField["kind"]>) {
  switch (field.kind) {
    case "text":
    case "longText":
      return <TextControl {...rest} field={field} />;
    case "color":
      return <ColorControl {...rest} field={field} />;
    case "date":
      return <DateControl {...rest} field={field} />;
    case "switch":
      return <SwitchControl {...rest} field={field} />;
    case "choice":
      return <ChoiceControl {...rest} field={field} />;
    case "number":
      return <NumberControl {...rest} field={field} />;
    case "group":
      return <GroupControl {...rest} field={field} Row={InputFieldRow} />;
    case "list":
      return <ListControl {...rest} field={field} Row={InputFieldRow} />;
    case "union":
      return <UnionControl {...rest} field={field} Control={FieldControl} />;
  }
}
