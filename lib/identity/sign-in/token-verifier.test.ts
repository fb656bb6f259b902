import { createPublicKey } from "node:crypto";
import { base64url, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { identityOfClaims } from "@/lib/identity/sign-in/identity-of-claims";
import { tokenSettings } from "@/lib/identity/sign-in/token-settings";
import { createTokenVerifier } from "@/lib/identity/sign-in/token-verifier";
import { parseEnv } from "@/lib/platform/env";
import { startOidcServer } from "@/lib/testing/oidc-server";

let oidc: Awaited<ReturnType<typeof startOidcServer>>;
beforeAll(async () => {
  oidc = await startOidcServer();
});
afterEach(() => vi.useRealTimers());
afterAll(() => oidc.close());

const keyLifetimeMs = 60_000;
/** Turns the clock ahead. */
const pass = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ["Date"] });
const verifier = (more: object = {}) =>
  createTokenVerifier({ provider: "oidc", issuer: oidc.issuer, audience: "boards-api", keyLifetimeMs, ...more });
const invalid = { reason: "auth.invalid_token" };
const unavailable = { reason: "auth.provider_unavailable" };

describe("bearer tokens of a real OpenID Connect server", () => {
  it("are believed, with what they say about the person", async () => {
    const claims = { email: "Ada@Example.com", email_verified: true, name: "Ada", tenant: "acme" };
    const { identity, claims: said } = await verifier()(await oidc.issueToken({ claims }));
    expect(identity).toMatchObject({
      authProvider: "oidc",
      authSubject: "boards",
      email: "Ada@Example.com",
      isEmailVerified: true,
      displayName: "Ada",
    });
    expect(said.tenant).toBe("acme");
  });

  it("are refused when they have expired, are for somebody else, from somewhere else, or changed", async () => {
    const verify = verifier();
    const token = await oidc.issueToken();
    const [header = "", payload = "", signature = ""] = token.split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: "somebody-else" })).toString("base64url");
    await expect(verify(token)).resolves.toBeTruthy();
    pass(310_000);
    await expect(verify(token)).rejects.toMatchObject(invalid);
    vi.useRealTimers();
    await expect(verify(await oidc.issueToken({ audience: "another-api" }))).rejects.toMatchObject(invalid);
    await expect(verifier({ issuer: oidc.issuer, jwksUrl: `${oidc.issuer}/jwks` })(token)).resolves.toBeTruthy();
    await expect(verifier({ issuer: "https://elsewhere.example", jwksUrl: `${oidc.issuer}/jwks` })(token)).rejects.toMatchObject(invalid);
    await expect(verify(`${header}.${forged}.${signature}`)).rejects.toMatchObject(invalid);
    await expect(verify(`${header}.${payload}.${signature.slice(0, -8)}AAAAAAAA`)).rejects.toMatchObject(invalid);
    await expect(verify("not-a-token")).rejects.toMatchObject(invalid);
  });

  it("are refused unsigned, and signed with the public key as if it were a secret", async () => {
    const claims = { sub: "mallory", iss: oidc.issuer, aud: "boards-api" };
    const unsigned = new UnsecuredJWT(claims).setExpirationTime("5m").encode();
    await expect(verifier()(unsigned)).rejects.toMatchObject(invalid);
    const publicKey = createPublicKey({ key: oidc.publicKey() as never, format: "jwk" }).export({ type: "spki", format: "pem" });
    const confused = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: oidc.publicKey().kid })
      .setExpirationTime("5m")
      .sign(new TextEncoder().encode(String(publicKey)));
    await expect(verifier()(confused)).rejects.toMatchObject(invalid);
  });

  it("are checked with keys that are fetched once", async () => {
    const verify = verifier();
    const before = oidc.keyRequests();
    for (let each = 0; each < 20; each++) await verify(await oidc.issueToken());
    expect(oidc.keyRequests() - before).toBe(1);
  });

  it("hold through a rotation of keys, and no longer than a revoked key is kept", async () => {
    const verify = verifier();
    const old = await oidc.issueToken();
    await verify(old);
    await oidc.rotateKeys();
    const after = await oidc.issueToken();
    pass(keyLifetimeMs + 1);
    await expect(verify(after)).resolves.toBeTruthy();
    await expect(verify(old)).resolves.toBeTruthy();
    oidc.revokeOldKeys();
    pass(keyLifetimeMs + 1);
    await expect(verify(old)).rejects.toMatchObject(invalid);
    await expect(verify(after)).resolves.toBeTruthy();
  });

  it("are not called invalid when the server cannot be asked, and work once it answers", async () => {
    const verify = verifier();
    const token = await oidc.issueToken();
    oidc.setDown(true);
    await expect(verify(token)).rejects.toMatchObject(unavailable);
    oidc.setDown(false);
    await expect(verify(token)).resolves.toBeTruthy();
  });

  it("need a client among those allowed, where the audience does not say it", async () => {
    const token = await oidc.issueToken({ claims: { azp: "https://boards.example" } });
    await expect(verifier({ authorizedParties: ["https://boards.example"] })(token)).resolves.toBeTruthy();
    await expect(verifier({ authorizedParties: ["https://other.example"] })(token)).rejects.toMatchObject(invalid);
  });
});

describe("tokens with a shared secret", () => {
  const secret = "s".repeat(32);
  const verify = createTokenVerifier({ provider: "jwt", secret, algorithm: "HS256", issuer: "boards", audience: "boards-api" });
  const signed = (claims: object, { secret: by = secret, algorithm = "HS256" } = {}) =>
    new SignJWT({ iss: "boards", aud: "boards-api", sub: "ada", exp: Math.floor(Date.now() / 1000) + 60, ...claims })
      .setProtectedHeader({ alg: algorithm })
      .sign(new TextEncoder().encode(by));

  it.each([
    ["a good one", {}, {}, true],
    ["another issuer", { iss: "else" }, {}, false],
    ["another audience", { aud: "else" }, {}, false],
    ["expired", { exp: Math.floor(Date.now() / 1000) - 60 }, {}, false],
    ["without expiry", { exp: undefined }, {}, false],
    ["not valid yet", { nbf: Math.floor(Date.now() / 1000) + 60 }, {}, false],
    ["without a subject", { sub: undefined }, {}, false],
    ["an empty subject", { sub: "" }, {}, false],
    ["another secret", {}, { secret: "t".repeat(32) }, false],
    ["another algorithm", {}, { secret: secret.repeat(2), algorithm: "HS512" }, false],
  ])("%s", async (_what, claims, how, isGood) => {
    const answer = verify(await signed(claims, how));
    if (isGood) await expect(answer).resolves.toMatchObject({ identity: { authProvider: "jwt", authSubject: "ada" } });
    else await expect(answer).rejects.toMatchObject(invalid);
  });

  it("are refused with a broken header", async () => {
    await expect(verify(`${base64url.encode("{}")}.${base64url.encode("{}")}.x`)).rejects.toMatchObject(invalid);
  });
});

it.each([
  ["oidc", { name: "Ada Lovelace", picture: "https://x/y" }, { displayName: "Ada Lovelace", avatarUrl: "https://x/y" }],
  ["clerk", { given_name: "Ada", family_name: "Lovelace" }, { displayName: "Ada Lovelace" }],
  ["auth0", { nickname: "ada" }, { displayName: "ada" }],
  ["oidc", { preferred_username: "ada" }, { displayName: "ada" }],
  ["supabase", { user_metadata: { full_name: "Ada L", avatar_url: "https://x/z" } }, { displayName: "Ada L", avatarUrl: "https://x/z" }],
  ["oidc", { email: "a@b.c", email_verified: "true" }, { email: "a@b.c", isEmailVerified: false }],
])("%s claims become a profile", (provider, claims, profile) => {
  expect(identityOfClaims(provider, { sub: "1", ...claims })).toMatchObject({ authProvider: provider, authSubject: "1", ...profile });
});

it.each([
  [{ BOARDS_AUTH_PROVIDER: "auth0", AUTH0_DOMAIN: "acme.eu.auth0.com", AUTH0_AUDIENCE: "api" }, "https://acme.eu.auth0.com/", "api"],
  [{ BOARDS_AUTH_PROVIDER: "supabase", BOARDS_SUPABASE_URL: "https://p.supabase.co" }, "https://p.supabase.co/auth/v1", "authenticated"],
  [{ BOARDS_AUTH_PROVIDER: "oidc", OIDC_ISSUER: "https://id.example", OIDC_CLIENT_ID: "boards" }, "https://id.example", "boards"],
  [{ BOARDS_AUTH_PROVIDER: "clerk", BOARDS_AUTH_CONFIG: '{"issuer":"https://clerk.example"}' }, "https://clerk.example", undefined],
  [{ BOARDS_AUTH_PROVIDER: "jwt", BOARDS_JWT_SECRET: "s".repeat(32), BOARDS_AUTH_CONFIG: '{"issuer":"me"}' }, "me", "boards-api"],
])("reads whose tokens are believed from %o", (variables, issuer, audience) => {
  const base = { DATABASE_URL: "postgresql://h/d", BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32), BOARDS_SESSION_SECRET: "s".repeat(32) };
  const settings = tokenSettings(parseEnv({ ...base, ...variables }));
  expect(settings?.issuer).toBe(issuer);
  expect(settings?.audience).toBe(audience);
});
