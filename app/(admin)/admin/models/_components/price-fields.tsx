import type { AddedModel } from "@boards/client";
import { SelectField } from "@/lib/ui/select-field";
import { TextField } from "@/lib/ui/text-field";
import { unitWords } from "./describe-model";

interface PriceFieldsProps {
  priceUsd: number | null;
  per: AddedModel["pricePer"];
  units: readonly AddedModel["pricePer"][];
  onPer: (per: AddedModel["pricePer"]) => void;
  error: string | null;
  help?: string;
}

/** What a model costs, and for what: `priceUsd` in the form's data. */
export function PriceFields({ priceUsd, per, units, onPer, error, help }: PriceFieldsProps) {
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <TextField
        label="Price in US dollars"
        name="priceUsd"
        type="number"
        inputMode="decimal"
        min={0}
        step="any"
        required
        defaultValue={priceUsd ?? ""}
        help={help}
        error={error}
      />
      <SelectField label="For" value={per} options={units} textOf={(unit) => unitWords[unit]} onChange={onPer} />
    </div>
  );
}

/** The price that was typed. */
export const typedPrice = (form: FormData): number => Number(form.get("priceUsd"));
