import { Popover } from "radix-ui";
import { memo } from "react";
import { useTranslations } from "use-intl";
import type { FieldErrors, ForbiddenOptions } from "@/app/_components/fields/control-props";
import { InputFieldRow } from "@/app/_components/fields/input-field-row";
import { isSameField } from "../same-field";
import type { ChipField, ChipKind } from "./chip-fields";
import { ChipIcon, chipLook } from "./chip-look";
import { useValueWords } from "./use-value-words";

interface ChipNumberProps {
  kind: ChipKind;
  field: Extract<ChipField["field"], { kind: "number" }>;
  value: unknown;
  errors: FieldErrors;
  forbidden: ForbiddenOptions;
  onChange: (name: string, value: unknown) => void;
}

/** A chip that opens a number with its slider. */
export const ChipNumber = memo(function ChipNumber({ kind, field, value, errors, forbidden, onChange }: ChipNumberProps) {
  const t = useTranslations("studio.chip");
  const error = errors.get(field.name) ?? null;
  const text = useValueWords()(kind, value);
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={t("named", { title: field.title, value: text })}
        aria-invalid={error ? true : undefined}
        title={error ?? field.title}
        className={chipLook(error !== null)}
      >
        <ChipIcon kind={kind} value={value} /> {text}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          sideOffset={6}
          collisionPadding={8}
          aria-label={field.title}
          className="z-50 w-[min(20rem,calc(100vw-1rem))] animate-appear rounded-2xl border bg-surface p-4 shadow-xl"
        >
          <InputFieldRow field={field} value={value} errors={errors} forbidden={forbidden} onChange={(next) => onChange(field.name, next)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}, isSameField);
