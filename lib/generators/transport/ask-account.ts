import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import type { Json } from "../contract/define-generator";
import { jsonObject } from "../contract/json-object";
import type { WorkingKey } from "../contract/provider";
import { bytesWithin } from "./bounded-body";
import { providerName } from "./provider-name";
import { type RefusalRule, transport } from "./transport";

const answerSeconds = 20;
const largestAnswerBytes = 4_194_304;

/** The JSON object at an address that costs nothing to ask. Throws rows `provider.…`, also where something else answers there. */
export async function askAccount(address: string, headers: Record<string, string>, rules?: RefusalRule[]): Promise<Record<string, Json>> {
  const response = await transport({ timeoutSeconds: answerSeconds, ...(rules ? { rules } : {}) })(address, { headers });
  const bytes = await bytesWithin(response.body, largestAnswerBytes);
  if (!bytes) throw new BoardsError("provider.unavailable", { message: say("reasons.provider.answerTooLong", { provider: providerName }) });
  const text = bytes.toString("utf8");
  const answer = jsonObject(text);
  if (!answer)
    throw new BoardsError("provider.unavailable", {
      message: say("reasons.provider.unexpectedAnswer", { provider: providerName }),
      raw: text.slice(0, 1000),
    });
  return answer;
}

/** A key that works, with what is left behind it where the provider says so. Throws `provider.no_credit` where nothing is. */
export function workingKey(amount: unknown, unit: NonNullable<WorkingKey["balance"]>["unit"]): WorkingKey {
  if (typeof amount !== "number" || !Number.isFinite(amount)) return {};
  if (amount <= 0) throw new BoardsError("provider.no_credit", { raw: `${amount} ${unit} left` });
  return { balance: { amount, unit } };
}
