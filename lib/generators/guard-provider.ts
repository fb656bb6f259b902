import { BoardsError, type ErrorReason } from "@/lib/errors";
import { cleanValue } from "@/lib/text/clean-value";
import type { JobStatus, Provider, ProviderAccess } from "./provider";

/** Nothing shorter is a key; cutting it out would only garble what was said. */
const shortestKey = 8;

/**
 * The driver, but every error is a row of the error table, also one that its client throws at an answer that it cannot read; and what it
 * answers and throws is clean text, and never quotes a key back, as some providers do when they refuse one.
 */
export function guardProvider(provider: Provider): Provider {
  const { start, status, cancel, find, upload, verifyWebhook } = provider;
  return {
    ...provider,
    start: guarded(start, "provider.outcome_unknown"),
    status: guarded(status, "provider.unavailable"),
    cancel: guarded(cancel, "provider.unavailable"),
    ...(find ? { find: guarded(find, "provider.unavailable") } : {}),
    ...(upload ? { upload: guarded(upload, "provider.unavailable") } : {}),
    ...(verifyWebhook ? { verifyWebhook: guarded(verifyWebhook, "provider.webhook_refused") } : {}),
  };
}

type Call<Rest extends unknown[], Answer> = (access: ProviderAccess, ...rest: Rest) => Promise<Answer>;

function guarded<Rest extends unknown[], Answer>(call: Call<Rest, Answer>, otherwise: ErrorReason): Call<Rest, Answer> {
  return async (access, ...rest) => {
    const cut = cutter(access);
    try {
      const answer = cleanValue(await call(access, ...rest));
      if (isFailure(answer)) return { ...answer, ...cutFields(answer, cut) };
      const { status } = (answer ?? {}) as { status?: unknown };
      return isFailure(status) ? { ...answer, status: { ...status, ...cutFields(status, cut) } } : answer;
    } catch (error) {
      throw withoutKey(error instanceof BoardsError ? error : new BoardsError(otherwise, { raw: String(error), cause: error }), cut);
    }
  };
}

type Cut = (text: string) => string;

function cutter({ apiKey, webhookSecret }: ProviderAccess): Cut {
  const secrets = [apiKey, webhookSecret].filter((secret) => secret.length >= shortestKey);
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, "[key]"), text);
}

type Failure = Extract<JobStatus, { state: "failed" }>;
const isFailure = (answer: unknown): answer is Failure => (answer as { state?: unknown } | null)?.state === "failed";

const cutFields = ({ message, raw }: Failure, cut: Cut) => ({
  ...(message === undefined ? {} : { message: cut(message) }),
  ...(raw === undefined ? {} : { raw: cut(raw) }),
});

function withoutKey(error: BoardsError, cut: Cut): BoardsError {
  const said = `${error.message} ${error.raw} ${error.stack} ${error.cause} ${(error.cause as Error | undefined)?.cause}`;
  if (cut(said) === said) return error;
  const message = cut(error.message);
  // Without its cause, which may say it too.
  const { reason, field, retryAfterSeconds, raw } = error;
  return new BoardsError(reason, {
    message,
    ...(field === undefined ? {} : { field }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(raw === undefined ? {} : { raw: cut(raw) }),
  });
}
