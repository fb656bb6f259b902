import { say } from "@/lib/messages/say";
import { cleanText } from "@/lib/platform/text/clean-text";

/** What GraphQL clients find in `extensions.code`. */
export type PublicCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "CONFLICT"
  | "PAYLOAD_TOO_LARGE"
  | "RATE_LIMITED"
  | "UNAVAILABLE"
  | "INTERNAL_SERVER_ERROR";

interface ErrorRow {
  code: PublicCode;
  httpStatus: number;
  /** Whether doing the same again later can help; the workflow retries by it. */
  retry: boolean;
}

const badInput: ErrorRow = { code: "BAD_USER_INPUT", httpStatus: 400, retry: false };
const forbidden: ErrorRow = { code: "FORBIDDEN", httpStatus: 403, retry: false };
const notFound: ErrorRow = { code: "NOT_FOUND", httpStatus: 404, retry: false };
const conflict: ErrorRow = { code: "CONFLICT", httpStatus: 409, retry: false };
const badGateway: ErrorRow = { code: "INTERNAL_SERVER_ERROR", httpStatus: 502, retry: false };
const unavailable: ErrorRow = { code: "UNAVAILABLE", httpStatus: 503, retry: true };

/**
 * Every error that the product raises on purpose: one row decides its public code, HTTP status and retry.
 * Its sentence, where no closer one is given, is `errors.<reason>` of the message catalogue.
 */
export const errorTable = {
  "auth.required": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false },
  "auth.invalid_token": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false },
  "auth.disabled": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false },
  "auth.wrong_credentials": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false },
  "auth.provider_unavailable": unavailable,
  "auth.foreign_host": forbidden,
  "auth.foreign_origin": forbidden,
  "auth.scope_missing": forbidden,
  "auth.person_required": forbidden,
  "auth.admin_required": forbidden,
  "auth.sign_up_closed": forbidden,
  "setup.required": forbidden,
  "setup.wrong_token": forbidden,
  "setup.slug_in_use": { code: "UNAVAILABLE", httpStatus: 503, retry: false },
  "setup.done": conflict,
  "auth.reset_invalid": notFound,
  "auth.reset_forbidden": forbidden,
  "request.rate_limited": { code: "RATE_LIMITED", httpStatus: 429, retry: true },
  "request.invalid_body": { code: "BAD_USER_INPUT", httpStatus: 422, retry: false },
  "request.not_found": notFound,
  "request.too_complex": badInput,
  "request.too_large": { code: "PAYLOAD_TOO_LARGE", httpStatus: 413, retry: false },
  "request.abandoned": { code: "UNAVAILABLE", httpStatus: 499, retry: false },
  "database.too_slow": unavailable,
  "database.overtaken": conflict,
  "database.busy": unavailable,
  "database.unavailable": unavailable,
  "tenant.not_found": notFound,
  "tenant.not_member": forbidden,
  "tenant.no_membership": forbidden,
  "tenant.awaits_approval": forbidden,
  "tenant.has_owner": conflict,
  "tenant.slug_taken": conflict,
  "tenant.registration_closed": { code: "BAD_USER_INPUT", httpStatus: 400, retry: false },
  "tenant.is_default": {
    code: "BAD_USER_INPUT",
    httpStatus: 400,
    retry: false,
  },
  "user.not_found": notFound,
  "user.is_owner": conflict,
  "tag.not_found": notFound,
  "tag.slug_taken": conflict,
  "tag.not_associated": notFound,
  "member.not_found": notFound,
  "member.exists": conflict,
  "member.is_owner": conflict,
  "invitation.not_found": notFound,
  "invitation.other_address": forbidden,
  "share_link.not_found": notFound,
  "api_key.not_found": notFound,
  "session.not_found": notFound,
  "upload.incomplete": badInput,
  "upload.ticket_invalid": badInput,
  "input.invalid": badInput,
  "board.not_found": notFound,
  "board.forbidden": forbidden,
  "board.view_not_found": notFound,
  "bulk_job.not_found": notFound,
  "bulk_job.not_cancellable": conflict,
  "bulk_job.not_resumable": conflict,
  "bulk_job.not_undoable": conflict,
  "bulk_job.not_deletable": conflict,
  "bulk_job.too_many": conflict,
  "archive.too_many": conflict,
  "archive.invalid": badInput,
  "archive.version_unknown": badInput,
  "generation.not_found": notFound,
  "generation.forbidden": forbidden,
  "generation.unknown_generator": badInput,
  "generation.input_unusable": badInput,
  "generation.not_cancellable": conflict,
  "generation.not_retryable": conflict,
  "generation.idempotency_conflict": conflict,
  "generation.cancelled": conflict,
  "generation.generator_failed": { code: "BAD_USER_INPUT", httpStatus: 422, retry: false },
  "generation.no_output": { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, retry: false },
  "generation.timed_out": unavailable,
  "provider.not_configured": badInput,
  "provider.bad_input": badInput,
  "provider.no_credit": badInput,
  "provider.model_gone": badInput,
  "provider.content_refused": badInput,
  "provider.rate_limited": unavailable,
  "provider.unavailable": unavailable,
  "provider.result_invalid": badGateway,
  "provider.result_away": unavailable,
  "provider.failed": badGateway,
  "provider.timed_out": badGateway,
  "provider.outcome_unknown": badGateway,
  "provider.webhook_refused": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false },
  "provider_job.not_found": notFound,
  "provider_job.not_in_review": conflict,
  "credits.limit_reached": conflict,
  "credits.balance_too_low": conflict,
  "added_model.not_found": notFound,
  "added_model.forbidden": forbidden,
  "added_model.in_use": conflict,
  "model.unknown": notFound,
  "model.undescribed": badInput,
  "model.unusable": badInput,
  "generator.ended": badInput,
  "generator.retired": badInput,
  "generator.not_allowed": forbidden,
  "artifact.not_found": notFound,
  "artifact.type_refused": badInput,
  "artifact.unreadable": badInput,
  "artifact.too_large": { code: "PAYLOAD_TOO_LARGE", httpStatus: 413, retry: false },
  "artifact.url_refused": badInput,
  "artifact.download_failed": badInput,
  "storage.invalid_key": badInput,
  "storage.limit_reached": conflict,
  "storage.full": { code: "UNAVAILABLE", httpStatus: 507, retry: true },
  "storage.unavailable": unavailable,
  "internal.unexpected": { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, retry: true },
} satisfies Record<string, ErrorRow>;

/** The name of a row of the error table. */
export type ErrorReason = keyof typeof errorTable;

/** Whether a text is the name of a row of the error table. */
export const isErrorReason = (text: string): text is ErrorReason => Object.hasOwn(errorTable, text);

/** One thing wrong with an input: the field as the client named it, and a sentence. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** As many problems of one request are told. */
const mostProblems = 20;

interface ErrorDetails {
  message?: string;
  /** The input field at fault, as the client named it: `title`, `inputParams.images.1`. */
  field?: string;
  /** Everything that is wrong, where that is known to be more than the one that `field` and the sentence tell. */
  problems?: readonly FieldProblem[];
  cause?: unknown;
  /** When asking again can help. */
  retryAfterSeconds?: number;
  /** What the other side said, word for word: for admins only, never for the person who asked. */
  raw?: string;
  /** Whether the other side said nothing at all. */
  isSilence?: boolean;
}

/** An error for people: its sentence may be shown, and its row says how every interface answers. */
export class BoardsError extends Error {
  readonly reason: ErrorReason;
  readonly field: string | undefined;
  readonly problems: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;
  readonly raw: string | undefined;
  readonly isSilence: boolean;
  /** The closer sentence that it was given; undefined where the usual one of its row stands. */
  readonly closerMessage: string | undefined;

  constructor(reason: ErrorReason, details: ErrorDetails = {}) {
    super(cleanText(details.message ?? say(`errors.${reason}`)), { cause: details.cause });
    this.name = "BoardsError";
    this.reason = reason;
    this.closerMessage = details.message === undefined ? undefined : this.message;
    this.field = details.field;
    this.problems = (details.problems ?? []).slice(0, mostProblems).map(({ field, message }) => ({ field, message: cleanText(message) }));
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.raw = details.raw === undefined ? undefined : cleanText(details.raw);
    this.isSilence = details.isSilence ?? false;
  }

  /** What programs read beside the sentence: GraphQL's `extensions`, and fields of a REST answer. */
  get facts(): { code: PublicCode; reason: ErrorReason; field?: string; problems?: readonly FieldProblem[]; retryAfterSeconds?: number } {
    const { reason, field, problems, retryAfterSeconds } = this;
    return {
      code: this.row.code,
      reason,
      ...(field ? { field } : {}),
      ...(problems.length > 1 ? { problems } : {}),
      ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
    };
  }

  /** The row of the error table. */
  get row(): ErrorRow {
    return errorTable[this.reason];
  }
}
