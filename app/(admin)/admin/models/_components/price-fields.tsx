import type { AddedModel } from "@boards/client";
import { useTranslations } from "use-intl";
import { SelectField } from "@/lib/ui/select-field";
import { NumberInput, typedNumber } from "../../_components/number-input";

interface PriceFieldsProps {
  priceUsd: number | null;
  per: AddedModel["pricePer"];
  units: readonly AddedModel["pricePer"][];
  onPer: (per: AddedModel["pricePer"]) => void;
  error: string | null;
  help?: string | undefined;
}

/** What a model costs, and for what: `priceUsd` in the form's data. */
export function PriceFields({ priceUsd, per, units, onPer, error, help }: PriceFieldsProps) {
  const t = useTranslations("admin.models");
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <NumberInput label={t("pricing.price")} name="priceUsd" required initial={priceUsd} help={help} error={error} />
      <SelectField label={t("pricing.per")} value={per} options={units} textOf={(unit) => t(`units.${unit}`)} onChange={onPer} />
    </div>
  );
}

/** The price that was typed. */
export const typedPrice = (form: FormData): number => typedNumber(form, "priceUsd") ?? 0;
