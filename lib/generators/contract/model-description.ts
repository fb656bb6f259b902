import type { ArtifactType, Json } from "./define-generator";

/** Providers that describe their models, so that any of them can be added by its id. */
export const describingProviders = ["fal", "replicate"] as const;
export type DescribingProvider = (typeof describingProviders)[number];

/** What a price counts. `character` is a character of text that goes in. */
export const priceUnits = ["request", "image", "megapixel", "second", "character"] as const;
export type PriceUnit = (typeof priceUnits)[number];

/** US dollars for one unit. */
export interface ModelPrice {
  usd: number;
  per: PriceUnit;
}

/** A model as its provider describes it. JSON, so that it can be kept: whatever is made of it follows from it alone. */
export interface ModelDescription {
  provider: DescribingProvider;
  /** `fal-ai/flux/dev`, `black-forest-labs/flux-schnell`. */
  modelId: string;
  /** Replicate's version; null at fal, which has none. */
  version: string | null;
  /** What a start names. */
  endpoint: string;
  title: string;
  description: string;
  /** Where people read about it. */
  page: string;
  /** In the provider's words, as in `image-to-video`; null when it does not say. */
  task: string | null;
  /** What it makes, as far as the provider says, or shows by an example. */
  makes: ArtifactType | null;
  /** Null when the provider tells none, or one in units that nobody can count beforehand. */
  price: ModelPrice | null;
  /** The price as the provider tells it, for people: "$0.00017 per compute second". */
  priceSaid: string | null;
  /** Whether the provider advises against it. */
  isRetired: boolean;
  /** The day it was read, as in 2026-11-26. */
  readOn: string;
  /** The OpenAPI document. */
  schema: Record<string, Json>;
}

/** What a driver finds out. */
export type ProviderDescription = Omit<ModelDescription, "readOn">;

/** The largest OpenAPI document that is kept, in bytes of JSON. */
export const largestSchemaBytes = 512 * 1024;
