import { say } from "@/lib/messages/say";
import { now } from "@/lib/platform/clock";
import { BoardsError } from "@/lib/platform/errors";
import { findProvider } from "../catalogue/providers";
import { describingProviders, type ModelDescription } from "../contract/model-description";
import type { ProviderAccess } from "../contract/provider";

/**
 * Asks a provider for one of its models, by id or by the address of its page. Throws `input.invalid` for what is neither, `model.unknown`,
 * `model.undescribed`, and what every call of a provider throws.
 */
export async function describeModel(access: ProviderAccess, provider: string, idOrAddress: string): Promise<ModelDescription> {
  const driver = findProvider(provider);
  if (!driver?.describe)
    throw new BoardsError("input.invalid", {
      field: "provider",
      message: say("reasons.model.providers", { providers: describingProviders.join(" and ") }),
    });
  return { ...(await driver.describe(access, idOrAddress.trim())), readOn: now().toISOString().slice(0, 10) };
}
