import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";

interface SelectProps<T extends string | number> {
  id: string;
  label: string;
  value: T;
  options: readonly T[];
  /** What is shown for a value, where that is not the value itself. */
  textOf?: (value: T) => string;
  onChange: (value: T) => void;
}

/** A choice of one. Values keep their type: a number stays a number. */
export function Select<T extends string | number>({ id, label, value, options, textOf = String, onChange }: SelectProps<T>) {
  return (
    <Radix.Root value={String(value)} onValueChange={(chosen) => onChange(options.find((option) => String(option) === chosen) ?? value)}>
      <Radix.Trigger id={id} aria-label={label} className="flex h-10 w-full items-center justify-between rounded-xl border bg-canvas px-3 text-sm">
        <Radix.Value />
        <ChevronDown size={16} className="text-muted" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className="z-50 max-h-72 min-w-(--radix-select-trigger-width) overflow-auto rounded-xl border bg-surface p-1.5 shadow-xl"
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option}
                value={String(option)}
                className="flex cursor-pointer items-center justify-between gap-4 rounded-lg px-3 py-2 text-sm outline-none data-[highlighted]:bg-sunken"
              >
                <Radix.ItemText>{textOf(option)}</Radix.ItemText>
                <Radix.ItemIndicator>
                  <Check size={15} />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
