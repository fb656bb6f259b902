import clsx from "clsx";
import { Check } from "lucide-react";
import { Select } from "radix-ui";
import { memo } from "react";
import { useTranslations } from "use-intl";
import type { FieldErrors, ForbiddenOptions } from "@/app/_components/fields/control-props";
import { isSameField } from "../same-field";
import type { ChipField, ChipKind } from "./chip-fields";
import { ChipIcon, chipLook } from "./chip-look";
import { RatioShape } from "./ratio-shape";
import { useValueWords } from "./use-value-words";

interface ChipChoiceProps {
  kind: ChipKind;
  field: Extract<ChipField["field"], { kind: "choice" }>;
  value: unknown;
  errors: FieldErrors;
  forbidden: ForbiddenOptions;
  onChange: (name: string, value: unknown) => void;
}

const unset = "";
/** Radix keeps the empty text for "nothing chosen". */
const unsetItem = " unset";

/** A chip that opens a list of options; ratios are drawn. */
export const ChipChoice = memo(function ChipChoice({ kind, field, value, errors, forbidden, onChange }: ChipChoiceProps) {
  const t = useTranslations("studio.chip");
  const words = useValueWords();
  const error = errors.get(field.name) ?? null;
  const reasonAgainst = (option: string | number) => (option === unsetItem ? undefined : forbidden.get(option));
  const isSet = value !== null && value !== undefined && value !== "";
  const choose = (chosen: string) =>
    onChange(field.name, chosen === unsetItem ? null : (field.options.find((option) => String(option) === chosen) ?? value));
  const current = isSet ? String(value) : field.isOptional ? unsetItem : unset;
  const text = isSet || field.isOptional ? words(kind, value) : t("choose", { title: field.title });
  return (
    <Select.Root value={current} onValueChange={choose}>
      <Select.Trigger
        aria-label={field.title}
        aria-invalid={error ? true : undefined}
        title={error ?? field.title}
        className={clsx(chipLook(error !== null), !isSet && !field.isOptional && "border-accent text-accent")}
      >
        <ChipIcon kind={kind} value={value} />
        <Select.Value>{text}</Select.Value>
      </Select.Trigger>
      <Select.Portal>
        <Select.Content
          position="popper"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-44 max-w-[min(24rem,calc(100vw-1rem))] animate-appear overflow-auto rounded-2xl border bg-surface p-1.5 shadow-xl"
        >
          <p className="px-2.5 pt-1 pb-1.5 font-medium text-muted text-xs">{field.title}</p>
          <Select.Viewport className={kind === "ratio" ? "grid grid-cols-2" : ""}>
            {[...(field.isOptional ? [unsetItem] : []), ...field.options].map((option) => (
              <Select.Item
                key={option}
                value={String(option)}
                disabled={reasonAgainst(option) !== undefined}
                title={reasonAgainst(option)}
                className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none data-[disabled]:cursor-not-allowed data-[disabled]:text-muted data-[disabled]:line-through data-[highlighted]:bg-sunken pointer-coarse:min-h-11"
              >
                {kind === "ratio" && <RatioShape option={option === unsetItem ? null : String(option)} />}
                <Select.ItemText>{words(kind, option === unsetItem ? null : option)}</Select.ItemText>
                <Select.ItemIndicator className="ml-auto text-accent">
                  <Check size={15} />
                </Select.ItemIndicator>
              </Select.Item>
            ))}
          </Select.Viewport>
          {field.description && <p className="max-w-72 px-2.5 pt-1.5 pb-1 text-muted text-xs">{field.description}</p>}
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}, isSameField);
