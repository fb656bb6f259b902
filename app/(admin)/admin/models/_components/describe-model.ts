import type { AddedModel } from "@boards/client";
import { useFormatter, useTranslations } from "use-intl";
import type { Tone } from "@/app/_components/status-word";

type PriceUnit = AddedModel["pricePer"];

/** Writes prices of models, as in `$0.04 per image`. */
export function usePriceText(): (priceUsd: number, per: PriceUnit) => string {
  const t = useTranslations("admin.models.price");
  const format = useFormatter();
  return (priceUsd, per) => (priceUsd === 0 ? t("free") : t(per, { price: format.number(priceUsd, "exactUsd") }));
}

/** The color of an added model's state. */
export const stateTones: Record<AddedModel["state"], Tone> = { DRAFT: "busy", OFFERED: "good", RETIRED: "muted" };
