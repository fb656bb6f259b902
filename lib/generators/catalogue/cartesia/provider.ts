import type { Json } from "@/lib/generators/contract/define-generator";
import { jsonObject } from "@/lib/generators/contract/json-object";
import type { Provider, ProviderAccess } from "@/lib/generators/contract/provider";
import { askAccount } from "@/lib/generators/transport/ask-account";
import { bytesWithin } from "@/lib/generators/transport/bounded-body";
import { type RefusalRule, transport, unstarted } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";
import * as models from "./models";

const address = "https://api.cartesia.ai";
const callSeconds = 300;
/** More than an hour of WAV for the longest text. */
const largestSoundBytes = 402_653_184;

/** What Cartesia's refusals mean: https://docs.cartesia.ai/use-the-api/api-errors (read 2026-11-26); the words about credit are not documented. */
const rules: RefusalRule[] = [
  { status: [400, 403, 429], says: /(credit|usage) limit|(insufficient|not enough|out of) credits|quota_exceeded/i, reason: "provider.no_credit" },
  { status: [404], says: /voice/i, reason: "provider.bad_input" },
];

/** Cartesia works within the call, and answers the sound itself. https://docs.cartesia.ai/api-reference/tts/bytes (read 2026-11-26) */
export const cartesia: Provider = {
  name: "cartesia",
  title: "Cartesia",
  website: "https://play.cartesia.ai/keys",
  variables: [{ name: "CARTESIA_API_KEY", holds: "apiKey" }],
  models,
  // What the Pro plan allows; the plans differ.
  concurrency: 3,
  callSeconds,

  async start(access, { jobId, endpoint, request }) {
    const send = transport({ isBillable: true, timeoutSeconds: callSeconds, rules });
    const headers = { ...headersOf(access), "content-type": "application/json" };
    const response = await send(`${address}/${endpoint}`, { method: "POST", headers, body: JSON.stringify(request) });
    const bytes = await bytesWithin(response.body, largestSoundBytes);
    if (!bytes)
      return { externalJobId: jobId, status: { state: "failed", reason: "provider.result_invalid", raw: `more than ${largestSoundBytes} bytes` } };
    const mimeType = response.headers.get("content-type")?.split(";")[0] ?? "";
    if (!mimeType.startsWith("audio/")) {
      const text = bytes.subarray(0, 4000).toString("utf8");
      throw unstarted(jsonObject(text) ?? text, rules);
    }
    const audio: Json = bytes.length > 0 ? { url: `data:${mimeType};base64,${bytes.toString("base64")}` } : {};
    return { externalJobId: jobId, status: { state: "succeeded", result: { audio } } };
  },

  status: async () => {
    throw new BoardsError("provider.outcome_unknown");
  },

  cancel: async () => false,

  // https://docs.cartesia.ai/api-reference/voices/list: Cartesia tells no balance.
  async testKey(access) {
    await askAccount(`${address}/voices?limit=1`, headersOf(access), rules);
    return {};
  },
};

const headersOf = ({ apiKey }: ProviderAccess) => ({ authorization: `Bearer ${apiKey}`, "cartesia-version": "2026-03-01" });
