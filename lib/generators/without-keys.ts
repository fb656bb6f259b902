import { BoardsError } from "@/lib/errors";
import type { JobStatus, Provider, ProviderAccess } from "./provider";

/** Nothing shorter is a key; cutting it out would only garble what was said. */
const shortestKey = 8;

/** The driver, but what it answers and throws never quotes a key back, as some providers do when they refuse one. */
export function withoutKeys(provider: Provider): Provider {
  return {
    ...provider,
    start: guarded(provider.start),
    status: guarded(provider.status),
    cancel: guarded(provider.cancel),
    ...(provider.find ? { find: guarded(provider.find) } : {}),
    ...(provider.upload ? { upload: guarded(provider.upload) } : {}),
    ...(provider.verifyWebhook ? { verifyWebhook: guarded(provider.verifyWebhook) } : {}),
  };
}

type Call<Rest extends unknown[], Answer> = (access: ProviderAccess, ...rest: Rest) => Promise<Answer>;

function guarded<Rest extends unknown[], Answer>(call: Call<Rest, Answer>): Call<Rest, Answer> {
  return async (access, ...rest) => {
    const cut = cutter(access);
    try {
      const answer = await call(access, ...rest);
      if (isFailure(answer)) return { ...answer, ...cutFields(answer, cut) };
      const { status } = (answer ?? {}) as { status?: unknown };
      return isFailure(status) ? { ...answer, status: { ...status, ...cutFields(status, cut) } } : answer;
    } catch (error) {
      throw error instanceof Error ? withoutKey(error, cut) : error;
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

function withoutKey(error: Error, cut: Cut): Error {
  const said = `${error.message} ${error instanceof BoardsError ? error.raw : ""} ${error.stack} ${error.cause}`;
  if (cut(said) === said) return error;
  const message = cut(error.message);
  // Without its cause, which may say it too.
  if (!(error instanceof BoardsError)) return Object.assign(new Error(message), { name: error.name });
  const { reason, field, retryAfterSeconds, raw } = error;
  return new BoardsError(reason, {
    message,
    ...(field === undefined ? {} : { field }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(raw === undefined ? {} : { raw: cut(raw) }),
  });
}
