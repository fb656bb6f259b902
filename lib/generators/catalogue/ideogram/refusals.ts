import type { RefusalRule } from "@/lib/generators/transport/transport";

const plan = "Ideogram's plan for this account does not include this. An admin can change it at https://ideogram.ai/platform";

/** What Ideogram's refusals mean: https://developer.ideogram.ai/ideogram-api/errors (read 2026-11-26). `reject_reason` names the limit. */
export const rules: RefusalRule[] = [
  { code: ["subscription_required", "feature_limit", "priority_credit_required"], reason: "provider.not_configured", message: plan },
  {
    code: ["daily_limit"],
    reason: "provider.no_credit",
    message: "The account at Ideogram has reached its daily limit. An admin can raise it at https://ideogram.ai/platform",
  },
  { status: [402], reason: "provider.no_credit" },
  {
    status: [403],
    reason: "provider.not_configured",
    message: "The account at Ideogram has no access to this model. An admin can ask partnership@ideogram.ai",
  },
  { status: [422], reason: "provider.content_refused" },
];
