import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { AriaProps } from "./aria-props";

interface SelectProps<T extends string | number> extends AriaProps {
  id: string;
  label: string;
  /** Null while nothing is chosen. */
  value: T | null;
  options: readonly T[];
  /** What is shown for a value, where that is not the value itself. */
  textOf?: (value: T) => string;
  /** What is shown while nothing is chosen. */
  placeholder?: string;
  /** Why an option can't be chosen now, if so. */
  reasonAgainst?: ((value: T) => string | undefined) | undefined;
  onChange: (value: T) => void;
}

/** A choice of one. Values keep their type: a number stays a number. */
export function Select<T extends string | number>(props: SelectProps<T>) {
  const { id, label, value, options, textOf = String, placeholder, reasonAgainst, onChange, ...aria } = props;
  return (
    <Radix.Root
      value={value === null ? "" : String(value)}
      onValueChange={(chosen) => {
        const option = options.find((each) => String(each) === chosen);
        if (option !== undefined) onChange(option);
      }}
    >
      <Radix.Trigger
        id={id}
        aria-label={label}
        {...aria}
        className="flex min-h-10 w-full items-center justify-between gap-2 rounded-xl border bg-canvas px-3 text-left text-sm aria-invalid:border-danger data-[placeholder]:text-muted pointer-coarse:min-h-11"
      >
        <span className="min-w-0 truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronDown size={16} className="shrink-0 text-muted" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className="z-50 max-h-72 min-w-(--radix-select-trigger-width) max-w-[calc(100vw-1rem)] overflow-auto rounded-xl border bg-surface p-1.5 shadow-xl"
        >
          <Radix.Viewport>
            {options.map((option) => {
              const reason = reasonAgainst?.(option);
              return (
                <Radix.Item
                  key={option}
                  value={String(option)}
                  disabled={reason !== undefined}
                  className="flex cursor-pointer items-center justify-between gap-4 rounded-lg px-3 py-2 text-sm outline-none data-[disabled]:cursor-not-allowed data-[highlighted]:bg-sunken data-[disabled]:text-muted pointer-coarse:min-h-11"
                >
                  <span>
                    <Radix.ItemText>{textOf(option)}</Radix.ItemText>
                    {reason && <span className="block text-muted text-xs">{reason}</span>}
                  </span>
                  <Radix.ItemIndicator>
                    <Check size={15} />
                  </Radix.ItemIndicator>
                </Radix.Item>
              );
            })}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
