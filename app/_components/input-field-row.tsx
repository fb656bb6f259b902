"use client";

import { initialValues, type PlainField } from "@boards/client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { NumberField } from "@/lib/ui/number-field";
import { Select } from "@/lib/ui/select";
import { Switch } from "@/lib/ui/switch";
import { fieldLook } from "@/lib/ui/text-field";

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
  const t = useTranslations("app.input");
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
    case "color":
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
            aria-label={t("hexCode", { title: field.title })}
            value={String(value ?? "")}
            onChange={({ target }) => onChange(target.value)}
            className={fieldLook}
          />
        </div>
      );
    case "switch":
      return <Switch id={id} isOn={value === true} onChange={onChange} />;
    case "group":
      return <FieldGroup {...shared} field={field} value={value} onChange={onChange} />;
    case "list":
      return <FieldList {...shared} field={field} value={value} onChange={onChange} />;
    case "choice": {
      // How a choice shows that it is left to the model.
      const unset = t("modelDefault");
      return (
        <Select
          id={id}
          label={field.title}
          value={(value ?? (field.isOptional ? unset : field.options[0]) ?? "") as string | number}
          options={field.isOptional ? [unset, ...field.options] : field.options}
          onChange={(chosen) => onChange(chosen === unset ? null : chosen)}
        />
      );
    }
    case "number":
      return <NumberField {...field} id={id} label={field.title} value={typeof value === "number" ? value : null} onChange={onChange} />;
  }
}

type GroupField = Extract<PlainField, { kind: "group" }>;
type ListField = Extract<PlainField, { kind: "list" }>;
interface NestedProps<Field> {
  id: string;
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** Fields that make one value together; empty leaves the whole to the model. */
function FieldGroup({ id, field, value, onChange }: NestedProps<GroupField>) {
  const t = useTranslations("app.input");
  const isSet = typeof value === "object" && value !== null;
  if (!isSet)
    return (
      <Button id={id} look="quiet" onClick={() => onChange(initialValues(field.fields))}>
        {t("set")}
      </Button>
    );
  const values = value as Record<string, unknown>;
  return (
    <fieldset id={id} className="grid gap-3 rounded-xl border p-3">
      {field.fields.map((inner) =>
        inner.kind === "artifact" ? null : (
          <InputFieldRow
            key={inner.name}
            field={inner}
            value={values[inner.name]}
            error={null}
            onChange={(changed) => onChange({ ...values, [inner.name]: changed })}
          />
        ),
      )}
    </fieldset>
  );
}

/** As many of one field as wanted. */
function FieldList({ id, field, value, onChange }: NestedProps<ListField>) {
  const t = useTranslations("app.input");
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const { item } = field;
  if (item.kind === "artifact") return null;
  const fresh = item.kind === "group" ? initialValues(item.fields) : item.initial;
  return (
    <div id={id} className="grid gap-3">
      {items.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what a line is
        <div key={index} className="grid gap-2">
          <InputFieldRow
            field={{ ...item, title: `${field.title} ${index + 1}` }}
            value={each}
            error={null}
            onChange={(changed) => onChange(items.map((other, place) => (place === index ? changed : other)))}
          />
          <Button look="quiet" onClick={() => onChange(items.filter((_, place) => place !== index))}>
            {t("remove")}
          </Button>
        </div>
      ))}
      {items.length < field.maximum && (
        <Button look="quiet" onClick={() => onChange([...items, fresh])}>
          {t("add")}
        </Button>
      )}
    </div>
  );
}
