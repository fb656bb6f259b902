import { say } from "@/lib/messages/say";
import { cleanValue } from "@/lib/platform/clean-value";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";
import { jsonObject } from "../contract/json-object";
import { type FailureReason, failureReasons, type JobStatus, type Provider, type ProviderAccess } from "../contract/provider";
import { fillProviderName } from "./provider-name";

/** Nothing shorter is a key; cutting it out would only garble what was said. */
const shortestKey = 8;

/**
 * The driver, but every error is a row of the error table, also one that its client throws at an answer that it cannot read; what is said
 * of a job that has ended is its end, not an error; and what it answers and throws is clean text in plain sentences with the provider's
 * name, and never quotes a key back, as some providers do when they refuse one.
 */
export function guardProvider(provider: Provider): Provider {
  const { start, status, cancel, find, upload, describe, testKey, verifyWebhook } = provider;
  const guard = <Rest extends unknown[], Answer>(call: Call<Rest, Answer>, otherwise: ErrorReason) => guarded(provider, call, otherwise);
  return {
    ...provider,
    start: guard(start, "provider.outcome_unknown"),
    status: guard((...asked) => status(...asked).catch(endOf), "provider.unavailable"),
    cancel: guard(cancel, "provider.unavailable"),
    ...(find ? { find: guard(find, "provider.unavailable") } : {}),
    ...(upload ? { upload: guard(upload, "provider.unavailable") } : {}),
    ...(describe ? { describe: guard(describe, "provider.unavailable") } : {}),
    ...(testKey ? { testKey: guard(testKey, "provider.unavailable") } : {}),
    ...(verifyWebhook ? { verifyWebhook: guard(verifyWebhook, "provider.webhook_refused") } : {}),
  };
}

type Call<Rest extends unknown[], Answer> = (access: ProviderAccess, ...rest: Rest) => Promise<Answer>;

function guarded<Rest extends unknown[], Answer>(provider: Provider, call: Call<Rest, Answer>, otherwise: ErrorReason): Call<Rest, Answer> {
  return async (access, ...rest) => {
    const cut = cutter(access);
    try {
      const answer = cleanValue(await call(access, ...rest));
      if (isFailure(answer)) return { ...answer, ...toldFields(provider, answer, cut) };
      const { status } = (answer ?? {}) as { status?: unknown };
      return isFailure(status) ? { ...answer, status: { ...status, ...toldFields(provider, status, cut) } } : answer;
    } catch (error) {
      throw told(provider, error instanceof BoardsError ? error : new BoardsError(otherwise, { raw: String(error), cause: error }), cut);
    }
  };
}

// A provider may not know a job at once that it has just accepted: `provider.bad_input` is not the end yet.
function endOf(error: unknown): JobStatus {
  if (!(error instanceof BoardsError) || error.reason === "provider.bad_input" || !isFinal(error.reason)) throw error;
  const { reason, closerMessage, raw } = error;
  return { state: "failed", reason, message: closerMessage, raw };
}

const isFinal = (reason: ErrorReason): reason is FailureReason => (failureReasons as readonly ErrorReason[]).includes(reason);

/** What people read where nobody has said it better. */
function sentenceFor(provider: Provider, reason: ErrorReason): string | undefined {
  const { website, billingPage = website, isOwnServer } = provider;
  const name = nameOf(provider);
  switch (reason) {
    case "provider.not_configured":
      return isOwnServer
        ? say("reasons.provider.ownKeyRefused", { provider: name })
        : say("reasons.provider.keyRefusedBy", { provider: name, page: website });
    case "provider.no_credit":
      if (isOwnServer) return say("reasons.provider.ownNoCredit", { server: provider.title });
      return say("reasons.provider.noCredit", { provider: name, page: billingPage });
    case "provider.model_gone":
      return say("reasons.provider.modelGone", { provider: name });
    case "provider.content_refused":
      return say("reasons.provider.contentRefused", { provider: name });
    case "provider.failed":
      return say("reasons.provider.failed", { provider: name });
    case "provider.bad_input":
      return say("reasons.provider.inputsRejected", { provider: name });
    case "provider.rate_limited":
      return say("reasons.provider.busy", { provider: name });
    case "provider.unavailable":
      return say("reasons.provider.silent", { provider: name });
    case "provider.timed_out":
      return say("reasons.provider.timedOut", { provider: name });
    default:
      return undefined;
  }
}

type Cut = (text: string) => string;

function cutter({ apiKey, webhookSecret }: ProviderAccess): Cut {
  const secrets = [apiKey, webhookSecret, ...partsOf(apiKey)].filter((secret) => secret.length >= shortestKey);
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, "[key]"), text);
}

/** Of a key that is a JSON document, as a service account's: its private key, line by line as it may be quoted. */
function partsOf(key: string): string[] {
  const document = jsonObject(key) ?? {};
  const secrets = Object.entries(document).flatMap(([name, value]) => (/key|secret/i.test(name) ? String(value).split(/\\n|\n/) : []));
  return secrets.filter((line) => !line.startsWith("-----"));
}

type Failure = Extract<JobStatus, { state: "failed" }>;
const isFailure = (answer: unknown): answer is Failure => (answer as { state?: unknown } | null)?.state === "failed";

function toldFields(provider: Provider, { reason, message, raw }: Failure, cut: Cut) {
  const sentence = message === undefined ? sentenceFor(provider, reason) : fillProviderName(message, nameOf(provider));
  return { ...(sentence === undefined ? {} : { message: cut(sentence) }), ...(raw === undefined ? {} : { raw: cut(raw) }) };
}

const nameOf = ({ title, isOwnServer }: Provider) => (isOwnServer ? `The ${title} server` : title);

function told(provider: Provider, error: BoardsError, cut: Cut): BoardsError {
  const { reason, field, retryAfterSeconds, raw, isSilence } = error;
  const usual = error.closerMessage === undefined ? sentenceFor(provider, reason) : undefined;
  const sentence = usual ?? fillProviderName(error.message, nameOf(provider));
  const said = `${error.message} ${raw} ${error.stack} ${error.cause} ${(error.cause as Error | undefined)?.cause}`;
  const isClean = cut(said) === said;
  if (isClean && sentence === error.message) return error;
  return new BoardsError(reason, {
    message: cut(sentence),
    isSilence,
    ...(field === undefined ? {} : { field }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(raw === undefined ? {} : { raw: cut(raw) }),
    // Without its cause where that may quote the key, too.
    ...(isClean && error.cause !== undefined ? { cause: error.cause } : {}),
  });
}
