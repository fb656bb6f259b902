import type { ProviderAccess } from "../provider";
import { transport } from "../transport";

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
  const price = isFresh ? known.price : readPrice(access, endpoint);
  if (!isFresh) {
    if (prices.size >= mostPrices) prices.clear();
    prices.set(key, { readAt: Date.now(), price });
  }
  const unitUsd = await price;
  if (unitUsd === undefined) prices.delete(key);
  return unitUsd === undefined ? undefined : unitUsd * units;
}

async function readPrice({ apiKey }: ProviderAccess, endpoint: string): Promise<number | undefined> {
  try {
    const address = `https://api.fal.ai/v1/models/pricing?endpoint_id=${encodeURIComponent(endpoint)}`;
    const response = await transport()(address, { headers: { authorization: `Key ${apiKey}` } });
    const { prices: found } = (await response.json()) as { prices?: { endpoint_id: string; unit_price: number; currency: string }[] };
    const price = found?.find((each) => each.endpoint_id === endpoint && each.currency === "USD")?.unit_price;
    return typeof price === "number" && price >= 0 ? price : undefined;
  } catch {
    // The job is done and its estimate stands: a price list that is away must not hold it up.
    return undefined;
  }
}
