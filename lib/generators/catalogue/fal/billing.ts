import type { ProviderAccess } from "@/lib/generators/contract/provider";
import { readUnitPrice } from "./model-price";

const priceLifeMs = 24 * 3600 * 1000;
const mostPrices = 1000;
const prices = new Map<string, { readAt: number; price: Promise<number | undefined> }>();

/** A `fetch` like the given one that keeps how many units fal charged for: the header of a result, which fal's client drops. */
export function countingUnits(send: typeof fetch): { fetch: typeof fetch; units(): number | undefined } {
  let units: number | undefined;
  return {
    async fetch(input, init) {
      const response = await send(input, init);
      const header = response.headers.get("x-fal-billable-units");
      if (header && Number.isFinite(Number(header))) units = Number(header);
      return response;
    },
    units: () => units,
  };
}

/**
 * US dollars for some units of an endpoint, by the account's own price list; undefined when fal does not tell.
 * https://fal.ai/docs/platform-apis/v1/models/pricing (read 2026-11-25)
 */
export async function usdFor(access: ProviderAccess, endpoint: string, units: number | undefined): Promise<number | undefined> {
  if (units === undefined) return undefined;
  const key = `${access.apiKey} ${endpoint}`;
  const known = prices.get(key);
  const isFresh = known && Date.now() - known.readAt < priceLifeMs;
  const price = isFresh ? known.price : readUnitPrice(access, endpoint).then((found) => found?.unitUsd);
  if (!isFresh) {
    if (prices.size >= mostPrices) prices.clear();
    prices.set(key, { readAt: Date.now(), price });
  }
  const unitUsd = await price;
  if (unitUsd === undefined) prices.delete(key);
  return unitUsd === undefined ? undefined : unitUsd * units;
}
