import type { ModelPrice } from "@/lib/generators/contract/model-description";
import type { ProviderAccess } from "@/lib/generators/contract/provider";
import { transport } from "@/lib/generators/transport/transport";

/** What the account pays for one unit of an endpoint, in fal's word for the unit, as in `images` or `compute seconds`. */
interface UnitPrice {
  unitUsd: number;
  unit: string;
}

/**
 * A price by the account's own price list; undefined when fal tells none, and for accounts in other currencies. Never throws: the list tells
 * what something costs, and must not hold it up. https://fal.ai/docs/platform-apis/v1/models/pricing (read 2026-11-26)
 */
export async function readUnitPrice({ apiKey }: ProviderAccess, endpoint: string): Promise<UnitPrice | undefined> {
  if (!apiKey) return undefined;
  try {
    const address = `https://api.fal.ai/v1/models/pricing?endpoint_id=${encodeURIComponent(endpoint)}`;
    const response = await transport()(address, { headers: { authorization: `Key ${apiKey}` } });
    const { prices } = (await response.json()) as { prices?: { endpoint_id: string; unit_price: number; unit?: string; currency: string }[] };
    const found = prices?.find((each) => each.endpoint_id === endpoint && each.currency === "USD");
    return found && typeof found.unit_price === "number" && found.unit_price >= 0
      ? { unitUsd: found.unit_price, unit: String(found.unit ?? "") }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The price in units that can be counted before a request runs; null for the others: how many `compute seconds`, `units`, `credits`, `tokens`
 * or `steps` it will take, nobody knows.
 */
export function countablePrice({ unitUsd, unit }: UnitPrice): ModelPrice | null {
  const word = unit.trim().toLowerCase().replace(/s$/, "");
  switch (word) {
    case "image":
    case "megapixel":
    case "second":
    case "character":
      return { usd: unitUsd, per: word };
    case "minute":
      return { usd: unitUsd / 60, per: "second" };
    case "1000 character":
    case "1k character":
      return { usd: unitUsd / 1000, per: "character" };
    case "video":
    case "audio":
    case "generation":
    case "request":
    case "song":
      return { usd: unitUsd, per: "request" };
    default:
      return null;
  }
}
