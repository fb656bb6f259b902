import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";
import { seedProviderKey } from "@/lib/testing/seed/provider-key";

let installation: Awaited<ReturnType<typeof openInstallation>>;
/** Owns the first tenant, and so administers the installation. */
let root: Viewer;
/** Owns another tenant. */
let admin: Viewer;
let member: Viewer;
let other: Viewer;

const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/env")),
  ...(await import("@/lib/generators/catalogue/providers")),
  ...(await import("@/lib/generators/provider-keys/provider-access")),
  ...(await import("@/lib/generators/provider-keys/seal")),
  ...(await import("@/lib/generators/provider-keys/set-provider-key")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation({ BOARDS_ENCRYPTION_KEYS: "the-first-encryption-key" });
  boards = await load();
  root = await installation.viewer("root");
  admin = await installation.viewer("admin", "tenant-a");
  member = await installation.viewer("member", "tenant-a");
  other = await installation.viewer("other", "tenant-b");
});
afterAll(() => installation.close());

const set = (variables: Record<string, string | undefined>) => {
  Object.assign(process.env, variables);
  for (const [name, value] of Object.entries(variables)) if (value === undefined) delete process.env[name];
  boards.forgetEnv();
};
const providerOf = (name: string) => {
  const provider = boards.findProvider(name);
  if (!provider) throw new Error(`no provider ${name}`);
  return provider;
};
const keyOf = async (viewer: Viewer, name = "fal") => {
  const { access, keyId } = await boards.providerAccess(viewer.tenantId, providerOf(name));
  return { key: access.apiKey, keyId };
};
const configs = () => boards.db().providerConfig.findMany({ orderBy: { createdAt: "asc" } });

afterEach(async () => {
  set({ BOARDS_ENCRYPTION_KEYS: "the-first-encryption-key", FAL_KEY: undefined });
  await boards.db().providerConfig.deleteMany();
});

describe("a stored key", () => {
  it("is sealed with AES-256-GCM, each time with another nonce", async () => {
    await seedProviderKey(admin, { providerName: "fal", apiKey: "key-of-tenant-a", webhookSecret: "secret-of-tenant-a" });
    const [row] = await configs();
    const { apiKey, webhookSecret } = (row?.config ?? {}) as Record<string, Record<string, string>>;
    expect(Object.keys(apiKey ?? {}).sort()).toEqual(["key", "nonce", "tag", "text"]);
    expect(JSON.stringify(row)).not.toMatch(/key-of-tenant-a|secret-of-tenant-a/);
    expect(Buffer.from(apiKey?.nonce ?? "", "base64")).toHaveLength(12);
    expect(Buffer.from(apiKey?.tag ?? "", "base64")).toHaveLength(16);
    expect(apiKey?.nonce).not.toBe(webhookSecret?.nonce);
    expect(await keyOf(admin)).toEqual({ key: "key-of-tenant-a", keyId: `tenant:${admin.tenantId}:fal` });
  });

  it.each([
    ["another tenant's row", "fal", () => other],
    ["another provider's row", "replicate", () => admin],
  ])("does not open in %s", async (_where, providerName, whose) => {
    await seedProviderKey(admin, { providerName: "fal", apiKey: "key-of-tenant-a" });
    const [row] = await configs();
    await boards.db().providerConfig.deleteMany();
    await boards.db().providerConfig.create({ data: { tenantId: whose().tenantId, providerName, config: row?.config as object } });
    await expect(keyOf(whose(), providerName)).rejects.toMatchObject({
      reason: "provider.not_configured",
      message: expect.stringContaining("copied from somewhere else"),
    });
  });

  it.each([
    ["its text", (sealed: Record<string, string>) => ({ ...sealed, text: flipped(sealed.text ?? "") })],
    ["its tag", (sealed: Record<string, string>) => ({ ...sealed, tag: flipped(sealed.tag ?? "") })],
    // GCM itself would take the first four bytes of a tag, which can be found by trying.
    ["its tag, cut short", (sealed: Record<string, string>) => ({ ...sealed, tag: first(sealed.tag ?? "", 4) })],
  ])("does not open after somebody changed %s", (_what, change) => {
    const sealed = boards.seal("a key", "purpose");
    expect(boards.unseal(sealed, "purpose")).toBe("a key");
    expect(() => boards.unseal(change({ ...sealed }) as never, "purpose")).toThrow(/it was changed/);
  });
  const bytes = (text: string) => Buffer.from(text, "base64");
  const first = (text: string, count: number) => bytes(text).subarray(0, count).toString("base64");
  const flipped = (text: string) => {
    const changed = bytes(text);
    changed[0] = (changed[0] ?? 0) ^ 1;
    return changed.toString("base64");
  };

  it("that cannot be read makes its own provider unavailable, says why, and no other key is used instead", async () => {
    await seedProviderKey(root, { providerName: "fal", apiKey: "key-of-installation", forInstallation: true });
    await seedProviderKey(admin, { providerName: "fal", apiKey: "key-of-tenant-a" });
    await seedProviderKey(admin, { providerName: "replicate", apiKey: "key-at-replicate" });
    set({ BOARDS_ENCRYPTION_KEYS: "another-encryption-key" });
    await seedProviderKey(admin, { providerName: "kie", apiKey: "key-at-kie" });
    const { data, errors } = await askGraphql(admin, "{ providers { name keySource problem } generators { name provider unavailableReason } }");
    expect(errors).toEqual([]);
    const { providers, generators } = data as unknown as { providers: { name: string; problem: string | null }[]; generators: Offered[] };
    expect(providers.find(({ name }) => name === "fal")).toEqual({
      name: "fal",
      keySource: "TENANT",
      problem:
        "The stored fal key can't be read: it was encrypted with a key that is no longer in BOARDS_ENCRYPTION_KEYS. An admin needs to enter it again.",
    });
    expect(providers.find(({ name }) => name === "kie")).toMatchObject({ problem: null });
    expect(generators.find(({ name }) => name === "fal-flux-2")?.unavailableReason).toMatch(/can't be read/);
    expect(generators.find(({ name }) => name === "kie-veo3")?.unavailableReason).toBeNull();
    await expect(keyOf(admin)).rejects.toMatchObject({ reason: "provider.not_configured" });
  });
  interface Offered {
    name: string;
    unavailableReason: string | null;
  }

  it("is refused while there is nothing to seal it with", async () => {
    set({ BOARDS_ENCRYPTION_KEYS: "" });
    await expect(seedProviderKey(admin, { providerName: "fal", apiKey: "key" })).rejects.toThrow(/BOARDS_ENCRYPTION_KEYS/);
  });

  it("is one, however many set it at the same moment", async () => {
    const keys = Array.from({ length: 8 }, (_, index) => `key-${index}`);
    await Promise.all(keys.map((apiKey) => seedProviderKey(admin, { providerName: "fal", apiKey })));
    expect(await configs()).toHaveLength(1);
    expect(keys).toContain((await keyOf(admin)).key);
  });
});

describe("rotation", () => {
  it("seals everything with the first key, after which the second can be retired", async () => {
    await seedProviderKey(root, { providerName: "fal", apiKey: "key-of-installation", forInstallation: true });
    await seedProviderKey(admin, { providerName: "fal", apiKey: "key-of-tenant-a", webhookSecret: "secret-of-tenant-a" });
    set({ BOARDS_ENCRYPTION_KEYS: "the-second-encryption-key,the-first-encryption-key" });
    await seedProviderKey(other, { providerName: "fal", apiKey: "key-of-tenant-b" });
    expect((await keyOf(admin)).key).toBe("key-of-tenant-a");
    expect(await boards.rotateProviderKeys(root)).toBe(2);
    expect(await boards.rotateProviderKeys(root)).toBe(0);
    set({ BOARDS_ENCRYPTION_KEYS: "the-second-encryption-key" });
    const { access } = await boards.providerAccess(admin.tenantId, providerOf("fal"));
    expect(access).toMatchObject({ apiKey: "key-of-tenant-a", webhookSecret: "secret-of-tenant-a" });
    expect((await keyOf(root)).key).toBe("key-of-installation");
    expect((await keyOf(other)).key).toBe("key-of-tenant-b");
    set({ BOARDS_ENCRYPTION_KEYS: "the-first-encryption-key" });
    await expect(keyOf(admin)).rejects.toMatchObject({ reason: "provider.not_configured" });
  });

  it("goes on after one that nobody can open", async () => {
    set({ BOARDS_ENCRYPTION_KEYS: "a-lost-encryption-key" });
    await seedProviderKey(admin, { providerName: "fal", apiKey: "lost" });
    set({ BOARDS_ENCRYPTION_KEYS: "the-first-encryption-key" });
    await seedProviderKey(other, { providerName: "fal", apiKey: "key-of-tenant-b" });
    set({ BOARDS_ENCRYPTION_KEYS: "the-second-encryption-key,the-first-encryption-key" });
    expect(await boards.rotateProviderKeys(root)).toBe(1);
    set({ BOARDS_ENCRYPTION_KEYS: "the-second-encryption-key" });
    expect((await keyOf(other)).key).toBe("key-of-tenant-b");
  });

  it("is for admins of the installation", async () => {
    await expect(boards.rotateProviderKeys(admin)).rejects.toMatchObject({ reason: "auth.admin_required" });
  });
});

describe("whose key it is", () => {
  it("is the tenant's, else the installation's, else the environment's, else nobody's", async () => {
    await expect(keyOf(admin)).rejects.toMatchObject({ reason: "provider.not_configured", message: expect.stringContaining("FAL_KEY") });
    set({ FAL_KEY: "key-of-environment" });
    expect(await keyOf(admin)).toEqual({ key: "key-of-environment", keyId: "installation:fal" });
    await seedProviderKey(root, { providerName: "fal", apiKey: "key-of-installation", forInstallation: true });
    expect(await keyOf(admin)).toEqual({ key: "key-of-installation", keyId: "installation:fal" });
    await seedProviderKey(admin, { providerName: "fal", apiKey: "key-of-tenant-a" });
    expect(await keyOf(admin)).toEqual({ key: "key-of-tenant-a", keyId: `tenant:${admin.tenantId}:fal` });
    expect((await keyOf(other)).key).toBe("key-of-installation");
    await boards.removeProviderKey(admin, "fal", false);
    await boards.removeProviderKey(root, "fal", true);
    expect((await keyOf(admin)).key).toBe("key-of-environment");
  });

  it("stays the job's own, whatever the tenant sets while it runs", async () => {
    await seedProviderKey(root, { providerName: "fal", apiKey: "key-of-installation", forInstallation: true });
    const { keyId } = await boards.providerAccess(admin.tenantId, providerOf("fal"));
    await seedProviderKey(admin, { providerName: "fal", apiKey: "key-of-tenant-a" });
    const of = async (id: string) => (await boards.accessOfJob({ tenantId: admin.tenantId, keyId: id }, providerOf("fal"))).access.apiKey;
    expect(await of(keyId)).toBe("key-of-installation");
    expect(await of(`tenant:${admin.tenantId}:fal`)).toBe("key-of-tenant-a");
    await boards.removeProviderKey(root, "fal", true);
    expect(await of(keyId)).toBe("key-of-tenant-a");
  });

  it.each([
    ["a member, their tenant's", () => member, false],
    ["a member, the installation's", () => member, true],
    ["a tenant's admin, the installation's", () => admin, true],
  ])("is not changed by %s", async (_who, viewer, forInstallation) => {
    const wanted = seedProviderKey(viewer(), { providerName: "fal", apiKey: "mine", forInstallation });
    await expect(wanted).rejects.toMatchObject({ reason: "auth.admin_required" });
    await expect(boards.removeProviderKey(viewer(), "fal", forInstallation)).rejects.toMatchObject({ reason: "auth.admin_required" });
    expect(await configs()).toEqual([]);
  });

  it("of a server of one's own is set by admins of the installation alone, since the server may lie inside", async () => {
    const server = { providerName: "openai-compatible", baseUrl: "http://127.0.0.1:9" };
    await expect(seedProviderKey(admin, server)).rejects.toMatchObject({ reason: "auth.admin_required" });
    await seedProviderKey(root, { ...server, forInstallation: true });
    expect(await configs()).toHaveLength(1);
  });

  it("with the address of an account is set by a tenant's admin, for the provider's own hosts alone", async () => {
    const azure = { providerName: "azure-openai", apiKey: "key-of-tenant-a" };
    for (const baseUrl of [
      "http://example.openai.azure.com",
      "https://example.openai.azure.com.evil.example",
      "https://openai.azure.com.evil.example/.openai.azure.com",
      "https://evil.example/x.openai.azure.com",
      "https://127.0.0.1",
      "https://azure.com",
    ])
      await expect(seedProviderKey(admin, { ...azure, baseUrl }), baseUrl).rejects.toMatchObject({ reason: "input.invalid", field: "baseUrl" });
    await expect(seedProviderKey(admin, azure)).rejects.toMatchObject({ reason: "input.invalid", field: "baseUrl" });
    await expect(seedProviderKey(admin, { providerName: "azure-openai", baseUrl: "https://example.openai.azure.com" })).rejects.toMatchObject({
      field: "apiKey",
    });
    expect(await configs()).toEqual([]);
    await seedProviderKey(admin, { ...azure, baseUrl: "https://example.openai.azure.com/" });
    const { access } = await boards.providerAccess(admin.tenantId, providerOf("azure-openai"));
    expect(access).toEqual({ apiKey: "key-of-tenant-a", baseUrl: "https://example.openai.azure.com", webhookSecret: "" });
  });

  it("is the whole of a provider's access: an address is not kept where none belongs to it", async () => {
    await seedProviderKey(admin, { providerName: "fal", apiKey: "key-of-tenant-a", baseUrl: "http://127.0.0.1:9" });
    expect((await configs())[0]?.config).not.toHaveProperty("baseUrl");
  });

  it.each(["http://user:pass@127.0.0.1:9", "http://127.0.0.1:9/?api_key=secret", "ftp://127.0.0.1", "nowhere"])(
    "is no part of a server's address: %s",
    async (baseUrl) => {
      const wanted = seedProviderKey(root, { providerName: "openai-compatible", baseUrl });
      await expect(wanted).rejects.toMatchObject({ reason: "input.invalid", field: "baseUrl" });
    },
  );
});
