import { decodeJwt } from "jose";
import type { OAuthConfig } from "next-auth/providers/oauth";
import * as z from "zod";
import type { Identity } from "@/lib/identity/accounts/ensure-account";
import { identityOfClaims } from "@/lib/identity/sign-in/identity-of-claims";
import { env } from "@/lib/platform/env";

const text = z.string().min(1).optional().catch(undefined);
const names = z.object({ issuer: text, domain: text, client_id: text, clientId: text, client_secret: text, clientSecret: text, name: text });

/** Where browsers are sent to sign in, for providers of the OpenID Connect family; null when BOARDS_AUTH_PROVIDER has no such place. */
export function signInProvider(): { provider: OAuthConfig<Record<string, unknown>>; identityOf(claims: Record<string, unknown>): Identity } | null {
  const { authProvider, authConfig, oidc, auth0 } = env();
  if (authProvider !== "oidc" && authProvider !== "auth0" && authProvider !== "clerk") return null;
  const config = names.parse(authConfig);
  const domain = config.domain ?? auth0.domain;
  const issuer = authProvider === "auth0" && domain ? `https://${domain}/` : (config.issuer ?? oidc.issuer);
  const clientId = config.clientId ?? config.client_id ?? (authProvider === "auth0" ? auth0.clientId : oidc.clientId);
  const clientSecret = config.clientSecret ?? config.client_secret ?? (authProvider === "auth0" ? auth0.clientSecret : oidc.clientSecret);
  // Without a client of its own a server verifies bearer tokens, and signs no browser in.
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    identityOf: (claims) => identityOfClaims(authProvider, claims),
    provider: {
      id: authProvider,
      name: config.name ?? "Single sign-on",
      type: "oauth",
      issuer,
      clientId,
      clientSecret,
      wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      authorization: { params: { scope: "openid email profile" } },
      checks: ["pkce", "state", "nonce"],
      idToken: true,
      // Many providers put profile and address into the userinfo answer alone, and claims of their own into the ID token alone.
      userinfo: {
        async request({ client, tokens }) {
          const said = tokens.id_token ? decodeJwt(tokens.id_token) : {};
          return { ...said, ...(await client.userinfo(tokens.access_token ?? "")) };
        },
      },
      profile: (claims) => ({ id: String(claims.sub) }),
    },
  };
}
