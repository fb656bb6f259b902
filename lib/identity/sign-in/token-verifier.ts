import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from "jose";
import * as z from "zod";
import type { Identity } from "@/lib/identity/accounts/ensure-account";
import { identityOfClaims } from "@/lib/identity/sign-in/identity-of-claims";
import { BoardsError } from "@/lib/platform/errors";

/** Whose tokens are believed. */
export type TokenSettings =
  | { provider: "jwt"; secret: string; algorithm: string; issuer: string; audience: string }
  | {
      provider: "oidc" | "auth0" | "clerk" | "supabase";
      issuer: string;
      audience?: string | undefined;
      /** Where the public keys are; found by the issuer's discovery document when absent. */
      jwksUrl?: string | undefined;
      /** Clients whose tokens are accepted (`azp`), when the audience does not say it. */
      authorizedParties?: string[] | undefined;
      /** How long keys are believed after they were fetched; a revoked key works no longer than that. */
      keyLifetimeMs?: number | undefined;
    };

/** What a good token says. */
export interface VerifiedToken {
  identity: Identity;
  claims: JWTPayload;
}

// Public keys alone: an HS token "signed" with a public key must not pass.
const asymmetric = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];
const timeoutMs = 5000;
const defaultKeyLifetimeMs = 10 * 60_000;

/** A verifier for these settings, to be made once: it keeps the keys. Checks signature, algorithm, issuer, audience, expiry and not-before. */
export function createTokenVerifier(settings: TokenSettings): (token: string) => Promise<VerifiedToken> {
  const { issuer, audience, provider } = settings;
  const isShared = settings.provider === "jwt";
  const options: JWTVerifyOptions = {
    issuer,
    ...(audience ? { audience } : {}),
    algorithms: isShared ? [settings.algorithm] : asymmetric,
    requiredClaims: ["sub", "exp"],
    clockTolerance: 5,
  };
  const secret = isShared ? new TextEncoder().encode(settings.secret) : null;
  const keys = isShared ? null : keysOf(settings);
  return async (token) => {
    try {
      const { payload } = secret ? await jwtVerify(token, secret, options) : await jwtVerify(token, keys as JWTVerifyGetKey, options);
      const parties = isShared ? undefined : settings.authorizedParties;
      if (parties && !parties.includes(String(payload.azp))) throw new BoardsError("auth.invalid_token");
      return { identity: identityOfClaims(provider, payload), claims: payload };
    } catch (cause) {
      if (cause instanceof BoardsError) throw cause;
      const isOurs = cause instanceof errors.JOSEError && !(cause instanceof errors.JWKSTimeout) && cause.code !== "ERR_JOSE_GENERIC";
      throw new BoardsError(isOurs ? "auth.invalid_token" : "auth.provider_unavailable", { cause });
    }
  };
}

/** The issuer's keys: fetched when first needed, kept, and fetched again for a key that is not among them (at most twice a minute). */
function keysOf(settings: Exclude<TokenSettings, { provider: "jwt" }>): JWTVerifyGetKey {
  let keySet: Promise<JWTVerifyGetKey> | undefined;
  const open = async () => {
    const url = new URL(settings.jwksUrl ?? (await discover(settings.issuer)));
    const cacheMaxAge = settings.keyLifetimeMs ?? defaultKeyLifetimeMs;
    return createRemoteJWKSet(url, { timeoutDuration: timeoutMs, cooldownDuration: Math.min(30_000, cacheMaxAge), cacheMaxAge });
  };
  return async (header, token) => {
    keySet ??= open();
    const current = keySet;
    try {
      return (await current)(header, token);
    } catch (error) {
      // An issuer that could not be reached is asked again by the next request.
      if (keySet === current && !(await current.then(Boolean, () => false))) keySet = undefined;
      throw error;
    }
  };
}

/** Where the keys are, by OpenID Connect Discovery 1.0; the document must speak of the same issuer. */
async function discover(issuer: string): Promise<string> {
  const response = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`the discovery document of ${issuer} answered ${response.status}`);
  const document = z.object({ issuer: z.string(), jwks_uri: z.url() }).parse(await response.json());
  if (document.issuer !== issuer) throw new Error(`the discovery document of ${issuer} speaks of ${document.issuer}`);
  return document.jwks_uri;
}
