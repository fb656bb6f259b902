const passwords = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"]+@/gi;
// Of whole addresses and of those within this site: `/sign-up?invitation=…`.
const queries = /((?:https?:\/\/|(?<![\w/.])\/[\w-])[^\s"'?\\]*)\?[^\s"'\\]*/gi;
const tickets = /(\/api\/uploads\/direct\/)[^\s"'/?\\]+/g;

const addresses = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>\\]+|\/api\/(?:storage|uploads)\/[^\s"'<>\\]+/gi;

/** A JSON value for strangers, without any address that it names. */
export function withoutAddresses<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replace(addresses, "[address]")) as Value;
}

/** A text for a log, without what would let its readers in: passwords, signatures and tickets in the addresses that it names. */
export function redactAddresses(text: string): string {
  return text.replace(passwords, "$1[secret]@").replace(queries, "$1?[secret]").replace(tickets, "$1[secret]");
}
