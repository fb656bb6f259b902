import type { AddedModel } from "@boards/client";
import type { Tone } from "../../_components/status-word";

type PriceUnit = AddedModel["pricePer"];

const usd = new Intl.NumberFormat("en", { style: "currency", currency: "USD", maximumFractionDigits: 6 });

/** What a price is for, as in `a second`. */
export const unitWords: Record<PriceUnit, string> = {
  REQUEST: "a request",
  IMAGE: "an image",
  MEGAPIXEL: "a megapixel",
  SECOND: "a second",
  CHARACTER: "a character",
};

/** A price, as in `$0.04 an image`. */
export const priceInWords = (priceUsd: number, per: PriceUnit): string => (priceUsd === 0 ? "Free" : `${usd.format(priceUsd)} ${unitWords[per]}`);

/** Providers by the names that people know. */
export const providerTitles: Record<string, string> = { fal: "fal", replicate: "Replicate", comfyui: "ComfyUI" };

/** How an added model stands, in a word and its colour. */
export const stateWords: Record<AddedModel["state"], { tone: Tone; word: string }> = {
  DRAFT: { tone: "busy", word: "Draft" },
  OFFERED: { tone: "good", word: "Offered" },
  RETIRED: { tone: "muted", word: "Retired" },
};
