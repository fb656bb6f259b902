"use client";

import { useId } from "react";
import { NumberField } from "@/lib/ui/number-field";
import { Select } from "@/lib/ui/select";
import { Switch } from "@/lib/ui/switch";
import { fieldLook } from "@/lib/ui/text-field";
import type { PlainField } from "./use-composer";

interface InputFieldRowProps {
  field: PlainField;
  value: unknown;
  error: string | null;
  onChange: (value: unknown) => void;
}

/** One input of the generator with its label, help and error. */
export function InputFieldRow({ field, value, error, onChange }: InputFieldRowProps) {
  const id = useId();
  const isSwitch = field.kind === "switch";
  return (
    <div className={isSwitch ? "grid grid-cols-[1fr_auto] items-center gap-x-3" : "grid content-start gap-1.5"}>
      <label htmlFor={id} title={field.description} className="font-medium text-sm">
        {field.title}
        {field.isRequired && (
          <span aria-hidden className="text-accent">
            {" "}
            *
          </span>
        )}
      </label>
      <Control id={id} field={field} value={value} error={error} onChange={onChange} />
      <p id={`${id}-help`} className={`text-muted text-xs ${field.kind === "longText" ? "sr-only" : ""}`}>
        {field.description}
      </p>
      {error && (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}

function Control({ id, field, value, error, onChange }: InputFieldRowProps & { id: string }) {
  const shared = { id, "aria-describedby": `${id}-help`, "aria-invalid": Boolean(error), "aria-required": field.isRequired };
  switch (field.kind) {
    case "longText":
      return (
        <textarea
          {...shared}
          rows={2}
          maxLength={field.maximumLength ?? undefined}
          value={String(value ?? "")}
          placeholder={field.description}
          onChange={({ target }) => onChange(target.value)}
          className={`${fieldLook} resize-y text-base`}
        />
      );
    case "text":
      return (
        <input
          {...shared}
          type="text"
          maxLength={field.maximumLength ?? undefined}
          value={String(value ?? "")}
          onChange={({ target }) => onChange(target.value)}
          className={fieldLook}
        />
      );
    case "colour":
      return (
        <div className="flex gap-2">
          <input
            {...shared}
            type="color"
            value={String(value ?? "#000000")}
            onChange={({ target }) => onChange(target.value)}
            className="h-10 w-14 shrink-0 rounded-xl border bg-canvas p-1"
          />
          <input
            type="text"
            aria-label={`${field.title} as #rrggbb`}
            value={String(value ?? "")}
            onChange={({ target }) => onChange(target.value)}
            className={fieldLook}
          />
        </div>
      );
    case "switch":
      return <Switch id={id} isOn={value === true} onChange={onChange} />;
    case "choice":
      return (
        <Select
          id={id}
          label={field.title}
          value={(value ?? field.options[0] ?? "") as string | number}
          options={field.options}
          onChange={onChange}
        />
      );
    case "number":
      return <NumberField {...field} id={id} label={field.title} value={typeof value === "number" ? value : null} onChange={onChange} />;
  }
}
