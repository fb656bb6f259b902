// Each reads a text once, however long and whatever it holds: a prompt may have a million characters.
const passwords = /:\/\/[^\s/@"]+@/g;
// Of whole addresses and of those within this site: `/sign-up?invitation=…`.
const queries = /((?:https?:\/\/|(?<![\w/.])\/[\w-])[^\s"'?\\]*)(\?[^\s"'\\]*)?/gi;
const tickets = /(\/api\/uploads\/direct\/)[^\s"'/?\\]+/g;

const addresses = /[a-z][a-z0-9+.-]{0,31}:\/\/[^\s"'<>\\]+|\/api\/(?:storage|uploads)\/[^\s"'<>\\]+/gi;

/** A JSON value for strangers, without any address that it names. */
export const withoutAddresses = <Value>(value: Value): Value => withTexts(value, (text) => text.replace(addresses, "[address]"));

/** A JSON value without what would let its readers in, as `redactAddresses` finds it. */
export const withoutSecrets = <Value>(value: Value): Value => withTexts(value, redactAddresses);

/** Not in the text that the value is as JSON: an address behind a line break there begins behind an `n`. */
function withTexts<Value>(value: Value, change: (text: string) => string): Value {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) => {
    if (typeof each === "string") return change(each);
    if (typeof each !== "object" || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [change(key), inner]));
  }) as Value;
}

/** A text for a log, without what would let its readers in: passwords, signatures and tickets in the addresses that it names. */
export function redactAddresses(text: string): string {
  const withoutPasswords = text.replace(passwords, "://[secret]@");
  const withoutQueries = withoutPasswords.replace(queries, (_match, address: string, query?: string) => address + (query ? "?[secret]" : ""));
  return withoutQueries.replace(tickets, "$1[secret]");
}
