import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { type Adapter, type AdapterPayload, Provider } from "oidc-provider";

/** What the next tokens say beside the standard claims, and how long they hold. */
export interface TokenWish {
  claims?: Record<string, unknown>;
  audience?: string;
  lifetimeSeconds?: number;
}

const clientId = "boards";
const clientSecret = "boards-client-secret-boards-client-secret";

const lifetimes = ["AccessToken", "AuthorizationCode", "Grant", "IdToken", "Interaction", "Session"];

/** Where servers of this process keep what they issued, until it ends. */
function openMemory(): (name: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  const isWhere = (test: (payload: AdapterPayload) => boolean) => async () => [...kept.values()].find(test);
  return (name) => ({
    upsert: async (id, payload) => void kept.set(`${name} ${id}`, payload),
    find: async (id) => kept.get(`${name} ${id}`),
    findByUid: (uid) => isWhere((payload) => payload.uid === uid && payload.kind === name)(),
    findByUserCode: (code) => isWhere((payload) => payload.userCode === code)(),
    consume: async (id) => void Object.assign(kept.get(`${name} ${id}`) ?? {}, { consumed: Math.floor(Date.now() / 1000) }),
    destroy: async (id) => void kept.delete(`${name} ${id}`),
    async revokeByGrantId(grantId) {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
}

async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: "RS256", use: "sig" };
}

/**
 * A real OpenID Connect server (oidc-provider) on this machine. Where it has login pages, anybody signs in with any e-mail address and password;
 * programs get JWT access tokens by their client's secret. Its keys can be rotated and revoked while it runs.
 */
export async function startOidcServer({ redirectUris = ["http://localhost/callback"], port = 0, hasLoginPages = false } = {}) {
  let made = 1;
  let keys: JWK[] = [await newKey("key-1")];
  let wish: TokenWish = {};
  let keyRequests = 0;
  let isDown = false;
  const adapter = openMemory();

  const server = createServer((request, response) => {
    if (isDown) return request.socket.destroy();
    if (request.url?.startsWith("/jwks")) keyRequests += 1;
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const makeHandler = () => {
    const provider = new Provider(issuer, {
      adapter,
      ttl: {
        ...Object.fromEntries(lifetimes.map((kind) => [kind, 3600])),
        ClientCredentials: (_context, token) => token.resourceServer?.accessTokenTTL ?? 3600,
      },
      jwks: { keys: keys as never },
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: redirectUris,
          grant_types: ["authorization_code", "client_credentials"],
          response_types: ["code"],
        },
      ],
      cookies: { keys: ["oidc-server-of-the-tests"] },
      claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "picture"] },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: async () => ({ sub: id, email: id, email_verified: true, name: id.split("@")[0] }),
      }),
      extraTokenClaims: async () => wish.claims,
      features: {
        clientCredentials: { enabled: true },
        devInteractions: { enabled: hasLoginPages },
        resourceIndicators: {
          enabled: true,
          useGrantedResource: async () => true,
          getResourceServerInfo: async () => ({
            scope: "api",
            audience: wish.audience ?? "boards-api",
            accessTokenFormat: "jwt",
            accessTokenTTL: wish.lifetimeSeconds ?? 300,
            jwt: { sign: { alg: "RS256" } },
          }),
        },
      },
    });
    return provider.callback();
  };
  let handler = makeHandler();

  return {
    issuer,
    clientId,
    clientSecret,
    /** How often the keys were fetched. */
    keyRequests: () => keyRequests,
    /** An access token for the client itself, as a JWT. */
    async issueToken(wanted: TokenWish = {}): Promise<string> {
      wish = wanted;
      const response = await fetch(`${issuer}/token`, {
        method: "POST",
        headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
        body: new URLSearchParams({ grant_type: "client_credentials", resource: "http://boards.test/api", scope: "api" }),
      });
      const { access_token: token } = (await response.json()) as { access_token?: string };
      wish = {};
      if (!token) throw new Error(`the server issued no token (${response.status})`);
      return token;
    },
    /** Signs with a new key from now on; the old ones still count. */
    async rotateKeys(): Promise<void> {
      keys = [await newKey(`key-${++made}`), ...keys];
      handler = makeHandler();
    },
    /** Takes every key back but the newest. */
    revokeOldKeys(): void {
      keys = keys.slice(0, 1);
      handler = makeHandler();
    },
    /** Drops every connection from now on, or answers again. */
    setDown(down: boolean): void {
      isDown = down;
    },
    /** The newest key's public half, as anybody may fetch it. */
    publicKey: (): JWK => {
      const { n, e, kid, kty } = keys[0] ?? {};
      return { n, e, kid, kty };
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
