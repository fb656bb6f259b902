import type { ComponentProps } from "react";
import { TextField } from "@/lib/ui/text-field";

type NumberInputProps = Omit<ComponentProps<typeof TextField>, "type" | "inputMode" | "min" | "step" | "defaultValue"> & {
  name: string;
  initial: number | null;
  /** Takes no fractions. */
  isWhole?: boolean;
};

/** An amount or a number, not below zero; may be left empty unless it is required. */
export function NumberInput({ initial, isWhole = false, ...rest }: NumberInputProps) {
  return (
    <TextField type="number" inputMode={isWhole ? "numeric" : "decimal"} min={0} step={isWhole ? 1 : "any"} defaultValue={initial ?? ""} {...rest} />
  );
}

/** The number that was typed into a `NumberInput` of this name; null where it was left empty. */
export function typedNumber(form: FormData, name: string): number | null {
  const typed = form.get(name);
  return typed ? Number(typed) : null;
}
