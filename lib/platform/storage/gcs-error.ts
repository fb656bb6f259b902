import { BoardsError } from "@/lib/platform/errors";

interface Failure {
  code?: unknown;
  status?: unknown;
  message?: unknown;
  response?: { status?: number };
}

const away = /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|NOTFOUND|AI_)|ENOTFOUND|ERR_STREAM_|UND_ERR|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
/** Google's library has no codes for keys that it cannot find or read, nor for bytes that it found damaged. */
const awaySentence =
  /credentials|metadata server|private key|PEM|DECODER|integrity|did not match|invalid_grant|premature close|socket hang up|reason: /i;

/** The HTTP status of a failed call: the JSON API's errors have it as their code, those of other requests as their status. */
export function statusOf(error: unknown): number | undefined {
  const { code, status, response } = (error ?? {}) as Failure;
  const known = [code, status, response?.status].map(Number).find((each) => each >= 100 && each < 600);
  return known;
}

/** What a failed call of Google Cloud Storage means for people: `storage.full`, `storage.unavailable`, or what it was. */
export function gcsError(error: unknown): unknown {
  if (error instanceof BoardsError) return error;
  const status = statusOf(error);
  const { code, message } = (error ?? {}) as Failure;
  if (status === 507) return new BoardsError("storage.full", { cause: error });
  // Keys that are refused and a bucket that is gone are mended by whoever runs the installation, as a disk that is away is.
  const isAway =
    status !== undefined
      ? status >= 500 || [401, 403, 404, 408, 429].includes(status)
      : away.test(String(code ?? "")) || awaySentence.test(String(message ?? ""));
  return isAway ? new BoardsError("storage.unavailable", { cause: error }) : error;
}
