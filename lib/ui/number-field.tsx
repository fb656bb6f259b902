import { Slider } from "radix-ui";
import { useTranslations } from "use-intl";
import { fieldLook } from "./text-field";

interface NumberFieldProps {
  id: string;
  label: string;
  value: number | null;
  minimum: number | null;
  maximum: number | null;
  step: number;
  isNullable: boolean;
  onChange: (value: number | null) => void;
}

const widestSlider = 10_000;

/** A number: a slider with its box when both limits are near, else the box alone. Empty means t("automatic") where that is allowed. */
export function NumberField({ id, label, value, minimum, maximum, step, isNullable, onChange }: NumberFieldProps) {
  const t = useTranslations("ui.number");
  const hasSlider = minimum !== null && maximum !== null && maximum - minimum <= widestSlider && !isNullable;
  return (
    <div className="flex items-center gap-3">
      {hasSlider && (
        <Slider.Root
          className="relative flex h-10 grow touch-none items-center"
          value={[value ?? minimum]}
          min={minimum}
          max={maximum}
          step={step}
          onValueChange={([next]) => onChange(next ?? minimum)}
        >
          <Slider.Track className="relative h-1.5 grow rounded-full bg-line">
            <Slider.Range className="absolute h-full rounded-full bg-accent" />
          </Slider.Track>
          <Slider.Thumb aria-label={t("slider", { label })} className="block size-4.5 rounded-full border-2 border-accent bg-surface shadow" />
        </Slider.Root>
      )}
      <input
        id={id}
        type="number"
        inputMode="decimal"
        value={value ?? ""}
        min={minimum ?? undefined}
        max={maximum ?? undefined}
        step={step}
        placeholder={isNullable ? t("automatic") : undefined}
        onChange={({ target }) => onChange(target.value === "" ? null : target.valueAsNumber)}
        className={`${fieldLook} ${hasSlider ? "!w-20 shrink-0 text-right" : ""}`}
      />
    </div>
  );
}
