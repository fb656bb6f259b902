import { providerName } from "@/lib/generators/transport/provider-name";
import { type RefusalRule, wordsIn } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";

/**
 * What ElevenLabs' refusals mean: https://elevenlabs.io/docs/eleven-api/resources/errors and
 * https://help.elevenlabs.io/hc/en-us/articles/19572237925521 (read 2026-11-26). `status` is the older name of `code`.
 */
export const rules: RefusalRule[] = [
  { code: ["content_against_policy", "bad_prompt", "bad_composition_plan"], reason: "provider.content_refused" },
  { says: /violated? our terms of service/i, reason: "provider.content_refused" },
  // An empty account has the status of a wrong key.
  { code: ["quota_exceeded", "insufficient_credits"], reason: "provider.no_credit" },
  {
    code: ["missing_permissions"],
    reason: "provider.not_configured",
    message: say("reasons.provider.elevenlabs.permissions"),
  },
  {
    code: ["paid_plan_required", "payment_required", "subscription_required", "only_for_creator+"],
    reason: "provider.not_configured",
    message: say("reasons.provider.elevenlabs.plan"),
  },
  { code: ["model_not_found", "model_deprecated"], reason: "provider.model_gone" },
  // A voice is an input.
  { status: [404], reason: "provider.bad_input" },
];

/** ElevenLabs' own sentence on what is wrong with the inputs. */
export function explain(body: unknown): string | undefined {
  const { detail } = (typeof body === "object" && body !== null ? body : {}) as { detail?: unknown };
  if (typeof detail !== "object" || detail === null || Array.isArray(detail)) return undefined;
  const words = wordsIn(body);
  return words ? say("reasons.provider.badInput", { provider: providerName, words }) : undefined;
}
