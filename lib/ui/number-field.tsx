import { Slider } from "radix-ui";
import { useTranslations } from "use-intl";
import type { AriaProps } from "./aria-props";
import { fieldLook } from "./text-field";

interface NumberFieldProps extends AriaProps {
  id: string;
  label: string;
  /** Null while none is given. */
  value: number | null;
  /** Where a slider beside the box begins and ends, and how it steps; null for the box alone. */
  slider: { first: number; last: number; step: number } | null;
  isWhole: boolean;
  /** What the box says while none is given. */
  placeholder: string | undefined;
  onChange: (value: number | null) => void;
}

/** A number: a box, and a slider beside it where there is one. */
export function NumberField({ id, label, value, slider, isWhole, placeholder, onChange, ...aria }: NumberFieldProps) {
  const t = useTranslations("ui.number");
  return (
    <div className="flex items-center gap-3">
      {slider && (
        <Slider.Root
          className="relative flex h-10 grow touch-none items-center data-[empty]:opacity-50"
          data-empty={value === null || undefined}
          value={[Math.min(Math.max(value ?? slider.first, slider.first), slider.last)]}
          min={slider.first}
          max={slider.last}
          step={slider.step}
          onValueChange={([next]) => next !== undefined && onChange(next)}
        >
          <Slider.Track className="relative h-1.5 grow rounded-full bg-line forced-colors:bg-[CanvasText]">
            <Slider.Range className="absolute h-full rounded-full bg-accent" />
          </Slider.Track>
          <Slider.Thumb
            aria-label={t("slider", { label })}
            className="relative block size-4.5 rounded-full border-2 border-accent bg-surface shadow after:absolute after:-inset-4"
          />
        </Slider.Root>
      )}
      <input
        id={id}
        type="number"
        inputMode={isWhole ? "numeric" : "decimal"}
        // Limits are checked by the form, which says what is wrong in its own words.
        step={slider?.step ?? (isWhole ? 1 : "any")}
        value={value ?? ""}
        placeholder={placeholder}
        {...aria}
        onChange={({ target }) => onChange(Number.isNaN(target.valueAsNumber) ? null : target.valueAsNumber)}
        className={`${fieldLook} ${slider ? "!w-24 shrink-0 text-right" : ""}`}
      />
    </div>
  );
}
