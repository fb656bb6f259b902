import { providerName } from "@/lib/generators/transport/provider-name";
import type { RefusalRule } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";

/**
 * What Recraft's refusals mean: https://www.recraft.ai/docs/api-reference/error-handling (read 2026-11-26). It lists two answers of its own;
 * the words about credit and content are not documented.
 */
export const rules: RefusalRule[] = [
  { status: [400, 402, 403], says: /(not enough|insufficient|no|out of)[\w ]{0,20} (credits?|units|balance)/i, reason: "provider.no_credit" },
  { status: [400, 403, 422], says: /moderation|nsfw|content[ _]polic|prohibited|inappropriate/i, reason: "provider.content_refused" },
];

/** Recraft's own sentence, which often is plain text. */
export function explain(body: unknown): string | undefined {
  const words = typeof body === "string" ? body.trim() : "";
  return words && words.length <= 450 ? say("reasons.provider.badInput", { provider: providerName, words }) : undefined;
}
