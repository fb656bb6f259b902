import { ToggleGroup } from "radix-ui";
import type { AriaProps } from "./aria-props";

interface SegmentsProps<T extends string> extends AriaProps {
  id: string;
  label: string;
  value: T;
  options: readonly { value: T; text: string; reason?: string | undefined }[];
  onChange: (value: T) => void;
}

/** A choice of one among few, all of them in sight. Arrow keys move between them. */
export function Segments<T extends string>({ id, label, value, options, onChange, ...aria }: SegmentsProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      id={id}
      aria-label={label}
      {...aria}
      value={value}
      // One is always chosen.
      onValueChange={(chosen) => chosen && onChange(chosen as T)}
      className="inline-flex max-w-full flex-wrap gap-1 justify-self-start rounded-xl bg-sunken p-1"
    >
      {options.map(({ value, text, reason }) => (
        <ToggleGroup.Item
          key={value}
          value={value}
          disabled={reason !== undefined}
          title={reason}
          className="min-h-8 pointer-coarse:min-w-11 rounded-lg px-3 max-sm:px-2 text-muted text-sm hover:text-ink disabled:cursor-not-allowed disabled:opacity-60 data-[state=on]:bg-surface data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:shadow-sm pointer-coarse:min-h-11"
        >
          {text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
