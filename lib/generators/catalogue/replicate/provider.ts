import Replicate, { type Prediction, validateWebhook } from "replicate";
import type { Json } from "@/lib/generators/contract/define-generator";
import type { JobStatus, Provider, ProviderAccess } from "@/lib/generators/contract/provider";
import { usageOf } from "@/lib/generators/contract/usage";
import { fileBlob } from "@/lib/generators/transport/file-blob";
import { failedBecause, isContentRefusal, type RefusalRule, transport, unstarted } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";
import { describeReplicateModel, modelExample } from "./describe";
import * as models from "./models";

const searchedPages = 5;
/** https://replicate.com/docs/reference/http, https://replicate.com/docs/topics/billing/prepaid-credit (read 2026-11-26) */
const rules: RefusalRule[] = [
  { says: /nsfw|sensitive|safety|flagged|content polic|E005/i, reason: "provider.content_refused" },
  // A version that is gone, or that was never there.
  { status: [422], says: /invalid version or not permitted|version does not exist/i, reason: "provider.model_gone" },
];

const client = ({ apiKey }: ProviderAccess, isBillable = false) =>
  new Replicate({ auth: apiKey, useFileOutput: false, fetch: transport({ isBillable, rules }) });

/** Replicate's predictions. The endpoint is `owner/model`, or `owner/model:version`. https://replicate.com/docs/reference/http (read 2026-11-24) */
export const replicate: Provider = {
  name: "replicate",
  title: "Replicate",
  website: "https://replicate.com/account/api-tokens",
  billingPage: "https://replicate.com/account/billing",
  variables: [
    { name: "REPLICATE_API_TOKEN", holds: "apiKey" },
    { name: "REPLICATE_WEBHOOK_SECRET", holds: "webhookSecret", isOptional: true },
  ],
  models,
  concurrency: 20,

  async start(access, { endpoint, request, webhookUrl }) {
    const [model = "", given] = endpoint.split(":");
    // Models of the community run by version only.
    const version = given === "latest" ? await latestVersion(access, model) : given;
    const prediction = await client(access, true).predictions.create({
      ...(version ? { version } : { model }),
      input: request,
      ...(webhookUrl ? { webhook: webhookUrl, webhook_events_filter: ["completed" as const] } : {}),
    });
    if (!prediction?.id) throw unstarted(prediction, rules);
    return { externalJobId: prediction.id };
  },

  status: async (access, { externalJobId }) => read(await client(access).predictions.get(externalJobId)),

  // https://replicate.com/docs/reference/http#account.get: Replicate tells no balance.
  async testKey(access) {
    await client(access).accounts.current();
    return {};
  },

  async cancel(access, { externalJobId }) {
    const { status } = await client(access).predictions.cancel(externalJobId);
    return status === "canceled" || status === "starting" || status === "processing";
  },

  // Predictions are listed newest first; ours is known by the address that it calls.
  async find(access, { webhookUrl, startedAt }) {
    if (!webhookUrl) throw new BoardsError("provider.outcome_unknown");
    const list = client(access);
    let page = await list.predictions.list();
    for (let number = 1; number <= searchedPages; number++) {
      const ours = page.results.find((prediction) => prediction.webhook === webhookUrl);
      if (ours) return ours.id;
      const isOlder = page.results.some((prediction) => Date.parse(prediction.created_at) < startedAt.getTime() - 60_000);
      if (isOlder || !page.next) return null;
      const next = await list.request(page.next, { method: "GET" });
      page = (await next.json()) as typeof page;
    }
    throw new BoardsError("provider.outcome_unknown");
  },

  modelExample,
  describe: describeReplicateModel,

  // https://replicate.com/docs/reference/http#files.create: files are deleted after 24 hours.
  async upload(access, file) {
    const { urls } = await client(access).files.create(await fileBlob(file));
    return { url: urls.get, expiresInSeconds: 86_400 };
  },

  // Standard Webhooks; the key comes from the account, unless it was given.
  async verifyWebhook(access, { headers, body }) {
    const secret = access.webhookSecret || (await client(access).webhooks.default.secret.get()).key;
    const [id, timestamp, signature] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => headers.get(name) ?? "");
    const isRecent = Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300;
    const isSigned = isRecent && (await validateWebhook({ id, timestamp, signature, body, secret } as never).catch(() => false));
    if (!isSigned) throw new BoardsError("provider.webhook_refused");
    return { externalJobId: String((JSON.parse(body) as { id?: unknown }).id) };
  },

  // Input files that a model hands on are the account's own.
  resultHeaders: ({ apiKey }, url): Record<string, string> =>
    new URL(url).host === "api.replicate.com" ? { authorization: `Bearer ${apiKey}` } : {},
};

async function latestVersion(access: ProviderAccess, model: string): Promise<string> {
  const [owner = "", name = ""] = model.split("/");
  const found = await client(access)
    .models.get(owner, name)
    .catch((error) => {
      throw error instanceof BoardsError && error.raw?.startsWith("404 ") ? new BoardsError("provider.model_gone", { raw: error.raw }) : error;
    });
  const { latest_version } = found;
  if (!latest_version) throw new BoardsError("provider.model_gone", { raw: `no version of ${model}` });
  return latest_version.id;
}

function read(prediction: Prediction): JobStatus {
  const { status, output, error, logs, metrics } = prediction;
  switch (status) {
    case "starting":
      return { state: "queued" };
    case "processing": {
      const percent = /(\d{1,3})%\|/.exec(logs?.split("\n").at(-1) ?? "")?.[1];
      return { state: "running", ...(percent ? { progress: Number(percent) / 100 } : {}) };
    }
    case "succeeded":
      // Seconds of work, and for models priced by output what they made: https://replicate.com/docs/reference/http#predictions.get
      // Models leave out what their safety checker refuses, and say so in their log alone.
      return {
        state: "succeeded",
        result: { output: output as Json },
        usage: usageOf(metrics),
        ...(/nsfw|safety (checker|filter)|flagged/i.test(logs ?? "") ? { isPartlyRefused: true } : {}),
      };
    case "canceled":
    case "aborted":
      return { state: "cancelled" };
    case "failed": {
      const text = String(error ?? "");
      const raw = text.slice(0, 4000);
      if (isContentRefusal({ status: 400, body: error, text }, rules)) return { state: "failed", reason: "provider.content_refused", raw };
      const message = failedBecause(text);
      return { state: "failed", reason: "provider.failed", ...(message ? { message } : {}), raw };
    }
    default:
      throw new BoardsError("provider.unavailable", { raw: `unknown status ${JSON.stringify(prediction).slice(0, 500)}` });
  }
}
