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
  message: string;
}

const badInput = (message: string): ErrorRow => ({ code: "BAD_USER_INPUT", httpStatus: 400, retry: false, message });
const forbidden = (message: string): ErrorRow => ({ code: "FORBIDDEN", httpStatus: 403, retry: false, message });
const notFound = (message: string): ErrorRow => ({ code: "NOT_FOUND", httpStatus: 404, retry: false, message });
const conflict = (message: string): ErrorRow => ({ code: "CONFLICT", httpStatus: 409, retry: false, message });
const badGateway = (message: string): ErrorRow => ({ code: "INTERNAL_SERVER_ERROR", httpStatus: 502, retry: false, message });
const unavailable = (message: string): ErrorRow => ({ code: "UNAVAILABLE", httpStatus: 503, retry: true, message });

/** Every error that the product raises on purpose: one row decides its public code, HTTP status, retry and default sentence. */
export const errorTable = {
  "auth.required": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false, message: "Authentication required" },
  "auth.invalid_token": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false, message: "The bearer token is invalid or has expired" },
  "auth.disabled": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false, message: "This account is disabled" },
  "auth.wrong_credentials": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false, message: "E-mail or password is wrong" },
  "auth.provider_unavailable": unavailable("The authentication provider does not answer"),
  "auth.foreign_host": forbidden("This installation does not answer under this name"),
  "auth.foreign_origin": forbidden("This request comes from another web page"),
  "auth.scope_missing": forbidden("This API key lacks a scope"),
  "auth.person_required": forbidden("An API key cannot do this: sign in"),
  "auth.admin_required": forbidden("Only an admin may do this"),
  "auth.sign_up_closed": forbidden("New accounts need an invitation"),
  "setup.required": forbidden("This installation has no owner yet: whoever runs it gives the setup token that the server prints when it starts"),
  "setup.wrong_token": forbidden("This is not the setup token: the server prints it when it starts, unless BOARDS_SETUP_TOKEN sets it"),
  "setup.slug_in_use": { code: "UNAVAILABLE", httpStatus: 503, retry: false, message: "The default tenant's slug belongs to another tenant" },
  "setup.done": conflict("This installation has an owner already"),
  "auth.reset_invalid": notFound("This link is not valid any more: ask for a new one"),
  "auth.reset_forbidden": forbidden("You may not reset the password of somebody who may do as much as you, here or elsewhere"),
  "request.rate_limited": { code: "RATE_LIMITED", httpStatus: 429, retry: true, message: "Too many requests" },
  "request.invalid_body": { code: "BAD_USER_INPUT", httpStatus: 422, retry: false, message: "The request's body is not valid" },
  "request.not_found": notFound("There is nothing at this address"),
  "request.too_complex": badInput("This request asks for too much at once"),
  "request.too_large": { code: "PAYLOAD_TOO_LARGE", httpStatus: 413, retry: false, message: "The request is too large" },
  "request.abandoned": { code: "UNAVAILABLE", httpStatus: 499, retry: false, message: "The connection was closed before the answer was ready" },
  "database.too_slow": unavailable("This took the database too long and was stopped: ask for less at once, or try again later"),
  "database.overtaken": conflict("Somebody else changed or deleted this at the same moment: look again"),
  "database.busy": unavailable("Something else is changing this at the moment: try again in a few seconds"),
  "tenant.not_found": notFound("Tenant not found"),
  "tenant.not_member": forbidden("You are not a member of this tenant"),
  "tenant.no_membership": forbidden("You are not a member of any tenant yet: register one, or ask to be invited"),
  "tenant.awaits_approval": forbidden("This tenant awaits approval"),
  "tenant.has_owner": conflict("This tenant has an owner already"),
  "tenant.slug_taken": conflict("This slug is taken"),
  "tenant.registration_closed": { code: "BAD_USER_INPUT", httpStatus: 400, retry: false, message: "Tenants cannot be registered here" },
  "tenant.is_default": {
    code: "BAD_USER_INPUT",
    httpStatus: 400,
    retry: false,
    message: "Cannot delete the tenant that the installation begins with",
  },
  "user.not_found": notFound("User not found"),
  "user.is_owner": conflict("The owner of the tenant cannot be changed this way"),
  "tag.not_found": notFound("Tag not found"),
  "tag.slug_taken": conflict("There is a tag with this slug"),
  "tag.not_associated": notFound("Tag is not associated with this generation"),
  "member.not_found": notFound("User is not a board member"),
  "member.exists": conflict("User is already a board member"),
  "member.is_owner": conflict("User is already the board owner"),
  "invitation.not_found": notFound("This invitation does not exist or has expired"),
  "invitation.other_address": forbidden("This invitation is for another e-mail address: sign in with the one that it was sent to"),
  "share_link.not_found": notFound("Share link not found"),
  "api_key.not_found": notFound("API key not found"),
  "session.not_found": notFound("Session not found"),
  "upload.incomplete": badInput("The file did not arrive whole. Send it again."),
  "upload.ticket_invalid": badInput("This upload is not valid or has expired"),
  "input.invalid": badInput("The input is not valid"),
  "board.not_found": notFound("Board not found"),
  "board.forbidden": forbidden("You may not do this on this board"),
  "generation.not_found": notFound("Generation not found"),
  "generation.forbidden": forbidden("You may not do this with this generation"),
  "generation.unknown_generator": badInput("Unknown generator"),
  "generation.input_unusable": badInput("An input artifact cannot be used"),
  "generation.not_cancellable": conflict("Only pending or processing generations can be cancelled"),
  "generation.not_retryable": conflict("Only failed or cancelled generations can be retried"),
  "generation.idempotency_conflict": conflict("This idempotency key was already used for another request"),
  "generation.cancelled": conflict("The generation was cancelled"),
  "generation.generator_failed": { code: "BAD_USER_INPUT", httpStatus: 422, retry: false, message: "The generator could not make this" },
  "generation.no_output": { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, retry: false, message: "The generator made no output" },
  "generation.timed_out": unavailable("The generation took too long and was stopped"),
  "provider.not_configured": badInput("The provider of this generator is not set up here"),
  "provider.bad_input": badInput("The provider does not accept these inputs"),
  "provider.no_credit": badInput("The account at the provider has no credit left"),
  "provider.model_gone": badInput("The provider no longer offers this model"),
  "provider.content_refused": badInput("The provider refuses this by its content policy"),
  "provider.rate_limited": unavailable("The provider is busy"),
  "provider.unavailable": unavailable("The provider does not answer"),
  "provider.result_invalid": badGateway("The provider's result cannot be used"),
  "provider.result_away": unavailable("The provider's result cannot be fetched now"),
  "provider.failed": badGateway("The provider could not make this"),
  "provider.timed_out": badGateway("The provider took longer than this generator may take"),
  "provider.outcome_unknown": badGateway("Whether the provider accepted the job is not known"),
  "provider.webhook_refused": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false, message: "The webhook's signature is not valid" },
  "provider_job.not_found": notFound("Provider job not found"),
  "provider_job.not_in_review": conflict("This job does not wait for a review"),
  "credits.limit_reached": conflict("A spending limit is reached"),
  "credits.balance_too_low": conflict("The balance is too low"),
  "added_model.not_found": notFound("Model not found"),
  "added_model.forbidden": forbidden("Only an admin may do this with a model"),
  "added_model.in_use": conflict("Something was made with this model: retire it instead of deleting it"),
  "model.unknown": notFound("The provider knows no such model"),
  "model.undescribed": badInput("The provider does not describe this model's inputs"),
  "model.unusable": badInput("This model cannot be used here"),
  "generator.ended": badInput("The provider of this generator has ended it"),
  "generator.retired": badInput("This model is no longer offered here"),
  "generator.not_allowed": forbidden("You may not use this generator"),
  "artifact.not_found": notFound("Artifact not found"),
  "artifact.type_refused": badInput("This kind of file is not accepted"),
  "artifact.unreadable": badInput("The file could not be read"),
  "artifact.too_large": { code: "PAYLOAD_TOO_LARGE", httpStatus: 413, retry: false, message: "The file is too large" },
  "artifact.url_refused": badInput("URL not allowed"),
  "artifact.download_failed": badInput("Failed to download file from URL"),
  "storage.invalid_key": badInput("The storage path is not valid"),
  "storage.limit_reached": conflict("The storage limit is reached: delete files and empty the trash, or ask an admin for more"),
  "storage.full": { code: "UNAVAILABLE", httpStatus: 507, retry: true, message: "The storage is full. Make room, then try again" },
  "storage.unavailable": unavailable("The storage is unavailable. Try again later"),
  "internal.unexpected": { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, retry: true, message: "Something went wrong on our side" },
} satisfies Record<string, ErrorRow>;

/** The name of a row of the error table. */
export type ErrorReason = keyof typeof errorTable;

interface ErrorDetails {
  message?: string;
  /** The input field at fault, as the client named it: `title`, `inputParams.images.1`. */
  field?: string;
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
  readonly retryAfterSeconds: number | undefined;
  readonly raw: string | undefined;
  readonly isSilence: boolean;

  constructor(reason: ErrorReason, details: ErrorDetails = {}) {
    super(cleanText(details.message ?? errorTable[reason].message), { cause: details.cause });
    this.name = "BoardsError";
    this.reason = reason;
    this.field = details.field;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.raw = details.raw === undefined ? undefined : cleanText(details.raw);
    this.isSilence = details.isSilence ?? false;
  }

  /** What programs read beside the sentence: GraphQL's `extensions`, and fields of a REST answer. */
  get facts(): { code: PublicCode; reason: ErrorReason; field?: string; retryAfterSeconds?: number } {
    const { reason, field, retryAfterSeconds } = this;
    return { code: this.row.code, reason, ...(field ? { field } : {}), ...(retryAfterSeconds ? { retryAfterSeconds } : {}) };
  }

  /** The row of the error table. */
  get row(): ErrorRow {
    return errorTable[this.reason];
  }
}
