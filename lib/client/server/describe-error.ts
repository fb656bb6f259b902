import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import type { ToldProblem } from "../input-form/place-errors.ts";
import { SessionEndedError } from "./connection.ts";

/** What went wrong. */
export interface DescribedError {
  /** The server's code for it, such as `board.not_found`; `client.unreachable` without an answer, `client.signed_out` when the session has ended, `client.unknown` for an answer that says nothing. */
  code: string;
  /** The server's sentence for people; null without one. */
  message: string | null;
  /** The input at fault, when the server named one. */
  field?: string;
  /** Everything that is wrong with the inputs, where the server told more than the first. */
  problems?: ToldProblem[];
  /** When to try again, after too many requests. */
  retryAfterSeconds?: number;
}

interface ToldError {
  message?: unknown;
  extensions?: Record<string, unknown>;
}

/** There was no answer. */
export const unreachable: DescribedError = { code: "client.unreachable", message: null };

/** Reads what a hook threw, or told as `error`: the first thing that the server said, or that it could not be reached. */
export function describeError(error: unknown): DescribedError {
  if (CombinedGraphQLErrors.is(error)) return described(error.errors[0]);
  // Refused before GraphQL: an unknown token, too many requests, a foreign page.
  if (ServerError.is(error)) return described(refusalIn(error.bodyText));
  if (error instanceof SessionEndedError) return { code: "client.signed_out", message: null };
  return unreachable;
}

/** Reads the body of a refusal by one of the server's other routes, which is JSON unless something between answered. */
export function describeRefusal(body: string): DescribedError {
  return described(refusalIn(body));
}

function described({ message, extensions = {} }: ToldError = {}): DescribedError {
  const { reason, code, field, problems, retryAfterSeconds } = extensions;
  return {
    code: String(reason ?? code ?? "client.unknown"),
    message: typeof message === "string" ? message : null,
    ...(typeof field === "string" ? { field } : {}),
    ...(Array.isArray(problems) ? { problems: problems.filter(isProblem) } : {}),
    ...(typeof retryAfterSeconds === "number" ? { retryAfterSeconds } : {}),
  };
}

const isProblem = (problem: Partial<ToldProblem> | null): problem is ToldProblem =>
  typeof problem?.field === "string" && typeof problem.message === "string";

function refusalIn(body: string): ToldError {
  try {
    const { errors, detail, ...facts } = JSON.parse(body) as { errors?: ToldError[]; detail?: string };
    return errors?.[0] ?? { message: detail, extensions: facts };
  } catch {
    return {};
  }
}
