import { useId } from "react";
import type { LongTextField } from "./draft/draft";

interface PromptInputProps {
  field: LongTextField;
  value: string;
  error: string | null;
  onChange: (value: string) => void;
}

/** The prompt: grows with its text up to eight lines, on phones to three, then scrolls. */
export function PromptInput({ field, value, error, onChange }: PromptInputProps) {
  const id = useId();
  return (
    <div data-input={field.name} className="min-w-0 grow basis-full sm:basis-0">
      <textarea
        aria-label={field.title}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        aria-required={field.isRequired}
        rows={Math.min(value.split("\n").length, 8)}
        maxLength={field.maximumLength ?? undefined}
        value={value}
        placeholder={field.description || field.title}
        onChange={({ target }) => onChange(target.value)}
        className="field-sizing-content block max-h-[min(calc(8lh+1.25rem),28dvh)] min-h-11 max-sm:max-h-[calc(3lh+0.625rem)] w-full resize-none rounded-xl bg-transparent px-2 py-2.5 text-base leading-6 placeholder:text-muted focus-visible:outline-none sm:min-h-14"
      />
      {error && (
        <p id={`${id}-error`} role="alert" className="px-2 text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
