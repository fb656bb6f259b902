import type { Json } from "@/lib/generators/contract/define-generator";
import type { ProviderAccess, WorkingKey } from "@/lib/generators/contract/provider";
import { askAccount, workingKey } from "@/lib/generators/transport/ask-account";
import { type RefusalRule, saidIn } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";

const platform = "https://api.fal.ai/v1";

/**
 * The account's balance, which fal tells to keys with the scope ADMIN alone; any other key is proved by the price of one model.
 * https://fal.ai/docs/platform-apis/v1/account/billing.md (read 2026-11-26; the names of the fields within `credits` could not be read)
 */
export async function testFalKey({ apiKey }: ProviderAccess, rules: RefusalRule[]): Promise<WorkingKey> {
  const headers = { authorization: `Key ${apiKey}` };
  try {
    const { credits } = await askAccount(`${platform}/account/billing?expand=credits`, headers, rules);
    const { current_balance, currency } = (credits ?? {}) as Record<string, Json>;
    return currency === "USD" ? workingKey(current_balance, "USD") : {};
  } catch (error) {
    const isForAdmins = error instanceof BoardsError && error.reason === "provider.not_configured" && saidIn(error).status === 403;
    if (!isForAdmins) throw error;
    await askAccount(`${platform}/models/pricing?endpoint_id=fal-ai%2Fflux%2Fschnell`, headers, rules);
    return {};
  }
}
