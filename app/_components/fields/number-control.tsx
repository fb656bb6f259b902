import { sliderEnds } from "@boards/client";
import { useTranslations } from "use-intl";
import { NumberField } from "@/lib/ui/number-field";
import type { ControlProps } from "./control-props";

/** Beyond so many steps a slider can't be aimed. */
const mostSteps = 10_000;

/** A number within its limits. */
export function NumberControl({ id, field, value, path, errors, forbidden, onChange, ...aria }: ControlProps<"number">) {
  const t = useTranslations("app.input");
  const ends = field.isOptional ? null : sliderEnds(field);
  const slider = ends && (ends.last - ends.first) / field.step <= mostSteps ? { ...ends, step: field.step } : null;
  const left = field.initial === null ? t("automatic") : String(field.initial);
  return (
    <NumberField
      id={id}
      label={field.title}
      value={typeof value === "number" ? value : null}
      slider={slider}
      isWhole={field.isWhole}
      placeholder={field.isRequired && field.initial === null ? undefined : field.isOptional ? t("automatic") : left}
      onChange={onChange}
      {...aria}
    />
  );
}
