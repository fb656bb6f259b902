import type { WebhookRequest } from "@/lib/generators/contract/provider";
import { transport } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";

const toleranceSeconds = 300;
const keysLifeMs = 24 * 3600 * 1000;
let keysRead: { at: number; keys: CryptoKey[] } | undefined;

/** The request that one of fal's calls speaks of, once its signature holds. https://docs.fal.ai/model-apis/model-endpoints/webhooks#verifying-your-webhook */
export async function verifyFalWebhook({ headers, body }: WebhookRequest): Promise<{ externalJobId: string }> {
  const [requestId, userId, timestamp, signature] = ["request-id", "user-id", "timestamp", "signature"].map(
    (each) => headers.get(`x-fal-webhook-${each}`) ?? "",
  );
  if (!requestId || !signature || Math.abs(Date.now() / 1000 - Number(timestamp)) > toleranceSeconds)
    throw new BoardsError("provider.webhook_refused");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  const message = new TextEncoder().encode([requestId, userId, timestamp, Buffer.from(digest).toString("hex")].join("\n"));
  const keys = await webhookKeys();
  const isSigned = await Promise.all(keys.map((key) => crypto.subtle.verify("Ed25519", key, Buffer.from(signature, "hex"), message)));
  if (!isSigned.includes(true)) throw new BoardsError("provider.webhook_refused");
  return { externalJobId: requestId };
}

async function webhookKeys(): Promise<CryptoKey[]> {
  if (keysRead && Date.now() - keysRead.at < keysLifeMs) return keysRead.keys;
  const response = await transport()("https://rest.fal.ai/.well-known/jwks.json");
  const { keys } = (await response.json()) as { keys: { x: string }[] };
  const imported = keys.map(({ x }) => crypto.subtle.importKey("raw", Buffer.from(x, "base64url"), "Ed25519", false, ["verify"]));
  keysRead = { at: Date.now(), keys: await Promise.all(imported) };
  return keysRead.keys;
}
