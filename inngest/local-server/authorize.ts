import { HttpError, type RouteRequest } from "./http-server";
import { hashSigningKey, sameSecret } from "./signatures";

/** Throws HttpError 401 unless the request carries the hashed signing key as bearer token (SDK spec 4.1.4). */
export function requireSigningKey(request: RouteRequest, signingKey: string): void {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
  if (!sameSecret(token, hashSigningKey(signingKey))) {
    throw new HttpError(401, "The request does not carry this server's signing key.");
  }
}
