import { BoardsError } from "@/lib/platform/errors";

interface Failure {
  name?: unknown;
  code?: unknown;
  $metadata?: { httpStatusCode?: number };
}

const noRoom = /QuotaExceeded|InsufficientStorage|StorageFull|InsufficientCapacity/i;
const away = /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|NOTFOUND|AI_)|ENOTFOUND|UND_ERR|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
const awayNames = /^(TimeoutError|CredentialsProviderError|NoSuchBucket|SlowDown|RequestTimeout|ServiceUnavailable|InternalError)$/;

const statusOf = (error: unknown) => (error as Failure | null)?.$metadata?.httpStatusCode;
const nameOf = (error: unknown) => String((error as Failure | null)?.name ?? "");

/** Whether the answer was that there is no such object, which is not the same as no such bucket. */
export const isMissing = (error: unknown): boolean => statusOf(error) === 404 && nameOf(error) !== "NoSuchBucket";

/** Whether a range begins behind the end. */
export const isOutOfRange = (error: unknown): boolean => statusOf(error) === 416;

/** What a failed call of S3 means for people: `storage.full`, `storage.unavailable`, or what it was. */
export function s3Error(error: unknown): unknown {
  if (error instanceof BoardsError) return error;
  const [status, name, code] = [statusOf(error), nameOf(error), String((error as Failure | null)?.code ?? "")];
  if (noRoom.test(name) || status === 507) return new BoardsError("storage.full", { cause: error });
  // Keys that are refused and a bucket that is gone are mended by whoever runs the installation, as a disk that is away is.
  const isAway = status !== undefined ? status >= 500 || [301, 401, 403, 404, 408, 429].includes(status) : away.test(code);
  return isAway || awayNames.test(name) ? new BoardsError("storage.unavailable", { cause: error }) : error;
}
