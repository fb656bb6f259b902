import type { RefusalRule } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";

/** What Stability AI's refusals mean: https://platform.stability.ai/docs/api-reference (read 2026-11-26). */
export const rules: RefusalRule[] = [
  { code: ["content_moderation"], reason: "provider.content_refused" },
  { code: ["public_figure"], reason: "provider.content_refused", message: say("reasons.provider.stability.publicFigure") },
  { code: ["invalid_language"], reason: "provider.bad_input", message: say("reasons.provider.stability.englishOnly") },
  // Not in the reference: it is what people without credit are told.
  { code: ["payment_required"], reason: "provider.no_credit" },
];

/** Stability AI's own sentences on what is wrong with the inputs; each begins with the field. */
export function explain(body: unknown): string | undefined {
  const { errors } = (typeof body === "object" && body !== null ? body : {}) as { errors?: unknown };
  const sentences = Array.isArray(errors) ? errors.filter((each): each is string => typeof each === "string") : [];
  return sentences.length > 0 ? sentences.join("; ").slice(0, 500) : undefined;
}
