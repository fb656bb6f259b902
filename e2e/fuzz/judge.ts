import type { HttpAnswer } from "./send";

/** How far a request got. */
export interface Verdict {
  /** Its form was accepted: GraphQL's validation, or the parsing of a body. */
  passedSchema: boolean;
  /** Something that the product does answered: with data, or with a refusal of its own. */
  reachedUseCase: boolean;
  /** `ok`, or why not: a row of the error table, a code of GraphQL's, or a status. */
  code: string;
  /** What must never be seen, in a few words. */
  internalError?: string;
}

interface GraphqlError {
  message: string;
  extensions?: { code?: string; reason?: string; errorId?: string };
}

/** Refused for its form, before anything that the product does. */
const isOfForm = (reason: string) => reason.startsWith("request.") || reason === "input.invalid" || reason === "auth.invalid_token";
const isForNobody = (reason: string) => ["auth.required", "auth.disabled", "auth.scope_missing", "auth.foreign_origin"].includes(reason);
const isOurFault = (text: string) => /Something went wrong on our end/.test(text);

/** Judges an answer of GraphQL. */
export function judgeGraphql(answer: HttpAnswer): Verdict {
  const { data, errors = [] } = (answer.json ?? {}) as { data?: unknown; errors?: GraphqlError[] };
  const broken = errors.find(({ message, extensions }) => isOurFault(message) || extensions?.errorId || extensions?.reason === "internal.unexpected");
  const unknown = errors.find(({ extensions }) => !extensions?.code || (extensions.code === "INTERNAL_SERVER_ERROR" && !extensions.reason));
  const internalError = broken?.message ?? unknown?.message ?? brokenAnswer(answer);
  const [first] = errors;
  const code = internalError ? "internal" : !first ? "ok" : (first.extensions?.reason ?? first.extensions?.code ?? "?");
  const reasons = errors.map(({ extensions }) => extensions?.reason);
  const passedSchema = data !== undefined || (reasons.length > 0 && reasons.every((reason) => reason && !reason.startsWith("request.")));
  const reachedUseCase = passedSchema && reasons.every((reason) => reason && !isOfForm(reason) && !isForNobody(reason));
  return { passedSchema, reachedUseCase, code, ...(internalError ? { internalError } : {}) };
}

/** Judges an answer of REST. */
export function judgeRest(answer: HttpAnswer): Verdict {
  const { reason } = (answer.json ?? {}) as { reason?: string };
  const internalError = brokenAnswer(answer) ?? (reason === "internal.unexpected" || isOurFault(answer.text) ? answer.text.slice(0, 200) : undefined);
  const isGood = answer.status > 0 && answer.status < 400;
  const passedSchema = isGood || (reason !== undefined && !reason.startsWith("request.") && reason !== "input.invalid");
  const reachedUseCase = isGood || (reason !== undefined && !isOfForm(reason) && !isForNobody(reason));
  const code = internalError ? "internal" : isGood ? "ok" : (reason ?? String(answer.status));
  return { passedSchema, reachedUseCase, code, ...(internalError ? { internalError } : {}) };
}

// 501 and 505 are refusals of what HTTP leaves to servers; 502 and 503 come with a row of the error table.
function brokenAnswer({ status, json, problem, text }: HttpAnswer): string | undefined {
  if (problem) return `no answer: ${problem}`;
  if (status < 500 || status === 501 || status === 505) return undefined;
  const { reason, errors } = (json ?? {}) as { reason?: string; errors?: GraphqlError[] };
  const known = reason ?? errors?.[0]?.extensions?.reason;
  return known && known !== "internal.unexpected" ? undefined : `HTTP ${status}: ${text.slice(0, 200)}`;
}
