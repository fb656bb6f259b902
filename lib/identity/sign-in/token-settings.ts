import * as z from "zod";
import type { TokenSettings } from "@/lib/identity/sign-in/token-verifier";
import type { Env } from "@/lib/platform/env";

const text = z.string().min(1).optional().catch(undefined);
const list = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .optional()
  .catch(undefined);
/** The names of BOARDS_AUTH_CONFIG: the original's, and camel case beside them. */
const names = z.object({
  secret: text,
  algorithm: text,
  issuer: text,
  audience: text,
  domain: text,
  url: text,
  jwks_url: text,
  client_id: text,
  clientId: text,
  authorized_parties: list,
});

/** Whose bearer tokens this installation believes; null when it believes none. Throws a sentence for what is missing. */
export function tokenSettings({ authProvider, authConfig, jwtSecret, jwtAlgorithm, oidc, auth0, supabaseUrl }: Env): TokenSettings | null {
  const config = names.parse(authConfig);
  const need = (value: string | undefined, name: string) => {
    if (value) return value;
    throw new Error(`BOARDS_AUTH_PROVIDER=${authProvider} needs ${name}.`);
  };
  switch (authProvider) {
    case "none":
    case "password":
      return null;
    case "jwt":
      return {
        provider: authProvider,
        secret: need(config.secret ?? jwtSecret, "BOARDS_JWT_SECRET"),
        algorithm: config.algorithm ?? jwtAlgorithm,
        issuer: config.issuer ?? "boards",
        audience: config.audience ?? "boards-api",
      };
    case "oidc": {
      const audience = config.audience ?? oidc.audience ?? config.client_id ?? config.clientId ?? oidc.clientId;
      const issuer = need(config.issuer ?? oidc.issuer, "OIDC_ISSUER");
      return {
        provider: authProvider,
        issuer,
        audience: need(audience, "OIDC_AUDIENCE or OIDC_CLIENT_ID"),
        jwksUrl: config.jwks_url ?? oidc.jwksUrl,
      };
    }
    case "auth0": {
      const issuer = `https://${need(config.domain ?? auth0.domain, "AUTH0_DOMAIN")}/`;
      return { provider: authProvider, issuer, audience: need(config.audience ?? auth0.audience, "AUTH0_AUDIENCE"), jwksUrl: config.jwks_url };
    }
    case "clerk": {
      const issuer = need(config.issuer ?? oidc.issuer, '"issuer" in BOARDS_AUTH_CONFIG, the address of your Clerk instance');
      const jwksUrl = config.jwks_url ?? `${issuer}/.well-known/jwks.json`;
      return { provider: authProvider, issuer, audience: config.audience, jwksUrl, authorizedParties: config.authorized_parties };
    }
    case "supabase": {
      const url = need(config.url ?? supabaseUrl, "BOARDS_SUPABASE_URL").replace(/\/$/, "");
      return { provider: authProvider, issuer: `${url}/auth/v1`, audience: "authenticated", jwksUrl: `${url}/auth/v1/.well-known/jwks.json` };
    }
  }
}
