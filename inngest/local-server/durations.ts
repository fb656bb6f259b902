const unitMilliseconds: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const partPattern = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h|d|w)/g;

/** Milliseconds of a time string such as "2h45m"; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  let milliseconds = 0;
  let length = 0;
  for (const [part, amount, unit] of text.matchAll(partPattern)) {
    milliseconds += Number(amount) * (unitMilliseconds[unit ?? ""] ?? 0);
    length += part.length;
  }
  return length > 0 && length === text.length ? milliseconds : undefined;
}

/** The moment that a time string from now, or an ISO 8601 date, means; undefined when it is neither. */
export function parseMoment(text: string, now = Date.now()): Date | undefined {
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined) return new Date(now + milliseconds);
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** The moment that a `Retry-After` header names: seconds, an ISO 8601 date or an HTTP date. */
export function parseRetryAfter(header: string | undefined, now = Date.now()): Date | undefined {
  if (!header) return undefined;
  if (/^\d+(\.\d+)?$/.test(header)) return new Date(now + Number(header) * 1_000);
  return parseMoment(header, now);
}

/** Exponential backoff with up to 20 % jitter, so that runs that failed together do not return together. */
export function retryDelay(attemptsMade: number, baseMilliseconds: number): number {
  const delay = Math.min(baseMilliseconds * 2 ** Math.max(0, attemptsMade - 1), 300_000);
  return delay * (1 + Math.random() * 0.2);
}
