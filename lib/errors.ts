/** What GraphQL clients find in `extensions.code`. */
export type PublicCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "CONFLICT"
  | "PAYLOAD_TOO_LARGE"
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
const unavailable = (message: string): ErrorRow => ({ code: "UNAVAILABLE", httpStatus: 503, retry: true, message });

/** Every error that the product raises on purpose: one row decides its public code, HTTP status, retry and default sentence. */
export const errorTable = {
  "auth.required": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false, message: "Authentication required" },
  "auth.invalid_token": { code: "UNAUTHENTICATED", httpStatus: 401, retry: false, message: "The bearer token is invalid or has expired" },
  "input.invalid": badInput("The input is not valid"),
  "board.not_found": notFound("Board not found"),
  "board.forbidden": forbidden("You may not do this on this board"),
  "generation.not_found": notFound("Generation not found"),
  "generation.forbidden": forbidden("You may not do this with this generation"),
  "generation.unknown_generator": badInput("Unknown generator"),
  "generation.input_unusable": badInput("An input artifact cannot be used"),
  "generation.not_cancellable": conflict("Only pending or processing generations can be cancelled"),
  "generation.idempotency_conflict": conflict("This idempotency key was already used for another request"),
  "generation.cancelled": conflict("The generation was cancelled"),
  "generation.generator_failed": { code: "BAD_USER_INPUT", httpStatus: 422, retry: false, message: "The generator could not make this" },
  "generation.no_output": { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, retry: false, message: "The generator made no output" },
  "generation.timed_out": unavailable("The generation took too long and was stopped"),
  "artifact.not_found": notFound("Artifact not found"),
  "artifact.type_refused": badInput("This kind of file is not accepted"),
  "artifact.unreadable": badInput("The file could not be read"),
  "artifact.too_large": { code: "PAYLOAD_TOO_LARGE", httpStatus: 413, retry: false, message: "The file is too large" },
  "artifact.url_refused": badInput("URL not allowed"),
  "artifact.download_failed": badInput("Failed to download file from URL"),
  "storage.invalid_key": badInput("The storage path is not valid"),
  "storage.unavailable": unavailable("The storage does not answer"),
  "internal.unexpected": { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, retry: true, message: "Something went wrong on our side" },
} satisfies Record<string, ErrorRow>;

/** The name of a row of the error table. */
export type ErrorReason = keyof typeof errorTable;

interface ErrorDetails {
  message?: string;
  /** The input field at fault, as the client named it: `title`, `inputParams.images.1`. */
  field?: string;
  cause?: unknown;
}

/** An error for people: its sentence may be shown, and its row says how every door answers. */
export class BoardsError extends Error {
  readonly reason: ErrorReason;
  readonly field: string | undefined;

  constructor(reason: ErrorReason, details: ErrorDetails = {}) {
    super(details.message ?? errorTable[reason].message, { cause: details.cause });
    this.name = "BoardsError";
    this.reason = reason;
    this.field = details.field;
  }

  /** The row of the error table. */
  get row(): ErrorRow {
    return errorTable[this.reason];
  }
}
