import type { RefusalRule } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";

const plan = say("reasons.provider.ideogram.plan");

/** What Ideogram's refusals mean: https://developer.ideogram.ai/ideogram-api/errors (read 2026-11-26). `reject_reason` names the limit. */
export const rules: RefusalRule[] = [
  { code: ["subscription_required", "feature_limit", "priority_credit_required"], reason: "provider.not_configured", message: plan },
  {
    code: ["daily_limit"],
    reason: "provider.no_credit",
    message: say("reasons.provider.ideogram.dailyLimit"),
  },
  { status: [402], reason: "provider.no_credit" },
  {
    status: [403],
    reason: "provider.not_configured",
    message: say("reasons.provider.ideogram.noAccess"),
  },
  { status: [422], reason: "provider.content_refused" },
];
