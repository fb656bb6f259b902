import { randomUUID } from "node:crypto";
import { openToken, sealToken } from "@/lib/platform/caller/signed-token";
import { isSecure } from "@/lib/platform/http/session-cookie";

/*
 * A browser that has signed in to an account holds a device cookie for it, and goes on holding it after signing out. It lets nobody in; it only
 * says that someone who knew the password sat there, so that strangers who guess at the account keep its owner waiting nowhere they have been.
 * Device cookies of OWASP: https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */

const lifetimeSeconds = 365 * 24 * 3600;
const path = "/api/auth";

const nameOf = (accountId: string) => `${isSecure() ? "__Secure-" : ""}boards-device-${accountId}`;

/** Makes this browser known to the account: a cookie for its answer, new with each time that it signs in. */
export function deviceCookieFor(accountId: string): string {
  const token = sealToken("device", { accountId, device: randomUUID() }, new Date(Date.now() + lifetimeSeconds * 1000));
  return `${nameOf(accountId)}=${token}; Path=${path}; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
}

/** The number of a browser that has signed in to this account before, by its `Cookie` header; null for any other. */
export function knownDevice(cookies: string | null, accountId: string): string | null {
  const start = `${nameOf(accountId)}=`;
  const cookie = cookies
    ?.split(";")
    .map((each) => each.trim())
    .find((each) => each.startsWith(start));
  const content = cookie && openToken("device", cookie.slice(start.length));
  return content && content.accountId === accountId ? String(content.device) : null;
}
