import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Generator } from "@/lib/generators/contract/define-generator";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { jwtSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";
import { seedProviderKey } from "@/lib/testing/seed/provider-key";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/platform/caller/viewer")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/spending/add-credits")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/env")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/generators/catalogue/providers")),
  ...(await import("@/lib/generators/catalogue/registry")),
  ...(await import("@/lib/generations/provider-jobs/job-plan")),
  ...(await import("@/lib/generators/provider-keys/provider-access")),
  ...(await import("@/lib/identity/tenants/administer-tenants")),
  ...(await import("@/lib/identity/memberships/enter-tenant")),
  ...(await import("@/lib/identity/tenants/register-tenant")),
});
let boards: Awaited<ReturnType<typeof load>>;
/** Owns the installation. */
let root: Viewer;
/** Owns a tenant that they founded, having a limit of $0 in the first one. */
let founder: Viewer;
const identity = { authProvider: "test", authSubject: "cleo", email: "cleo@example.com" };

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_MULTI_TENANT_MODE: "1", BOARDS_MAX_TENANTS_PER_USER: "100" });
  boards = await load();
  root = await installation.viewer("root");
});
afterAll(() => installation.close());

const set = (variables: Record<string, string>) => {
  Object.assign(process.env, variables);
  boards.forgetEnv();
};
let founded = 0;
beforeEach(async () => {
  set({ FAL_KEY: "key-of-the-installation", OPENAI_COMPATIBLE_URL: "http://127.0.0.1:9" });
  const cleo = await installation.viewer("cleo");
  await boards.setSpendingLimit(root, { userId: cleo.userId, period: "month", maxUsd: 0 });
  const { owner } = await boards.registerTenant(identity, { name: "Cleo", slug: `cleo-${++founded}`, metadata: {} });
  founder = boards.sessionViewer(owner);
});
afterEach(async () => {
  set({ FAL_KEY: "", OPENAI_COMPATIBLE_URL: "", BOARDS_FOUNDED_TENANTS_USE_PROVIDER_KEYS: "", BOARDS_SIMULATOR_URL: "" });
  await boards.db().providerConfig.deleteMany();
});

async function generate(viewer: Viewer, generatorName = "fal-flux-2"): Promise<string> {
  const { id: boardId } = await boards.createBoard(viewer, { title: "B" });
  return boards.createGeneration(viewer, { boardId, generatorName, artifactType: "image", inputParams: { prompt: "x" } }).then(
    () => "ok",
    (error) => error.reason,
  );
}
const reasons = async (viewer: Viewer, name: string) => {
  const { data } = await askGraphql(viewer, "{ generators { name unavailableReason } }");
  return (data as unknown as { generators: { name: string; unavailableReason: string | null }[] }).generators.find((each) => each.name === name)
    ?.unavailableReason;
};
const fal = () => {
  const provider = boards.findProvider("fal");
  if (!provider) throw new Error("fal is known");
  return provider;
};

describe("a tenant that somebody founded", () => {
  it("leaves no budget behind: it does not run on the installation's keys and servers, and says what to do", async () => {
    expect(await generate(await installation.viewer("cleo"))).toBe("credits.limit_reached");
    expect(await generate(founder)).toBe("provider.not_configured");
    expect(await reasons(founder, "fal-flux-2")).toBe("Add your own fal key. This installation's keys aren't shared with your workspace.");
    expect(await reasons(founder, "openai-compatible-chat")).toMatch(/isn't shared with your workspace/);
    expect(await reasons(root, "fal-flux-2")).toBeNull();
  });

  it("does not run on a key that an admin stored for the installation either", async () => {
    await seedProviderKey(root, { providerName: "fal", apiKey: "stored-for-all", forInstallation: true });
    expect(await generate(founder)).toBe("provider.not_configured");
  });

  it("runs on keys of its own, and on what works on this machine", async () => {
    expect(await generate(founder, "sketch")).toBe("ok");
    await seedProviderKey(founder, { providerName: "fal", apiKey: "cleos-own" });
    expect(await generate(founder)).toBe("ok");
    expect((await boards.providerAccess(founder.tenantId, fal())).access.apiKey).toBe("cleos-own");
  });

  it("is the same when a claim founded it", async () => {
    const user = await boards.enterTenant({ ...identity, authSubject: "dan" }, { tenant: `claimed-${founded}` }, null);
    expect(await generate(boards.sessionViewer(user))).toBe("provider.not_configured");
  });

  it("runs on them where an admin of the installation lets it, or the installation lets all but this one", async () => {
    await boards.updateTenant(founder.tenantId, { usesProviderKeys: true });
    expect(await generate(founder)).toBe("ok");
    set({ BOARDS_FOUNDED_TENANTS_USE_PROVIDER_KEYS: "1" });
    await boards.updateTenant(founder.tenantId, { usesProviderKeys: false });
    expect(await generate(founder)).toBe("provider.not_configured");
    await boards.updateTenant(founder.tenantId, { usesProviderKeys: null });
    expect(await generate(founder)).toBe("ok");
  });

  it("that is let no longer starts nothing more, while what was started is still looked after by its key", async () => {
    await boards.updateTenant(founder.tenantId, { usesProviderKeys: true });
    expect(await generate(founder)).toBe("ok");
    await boards.updateTenant(founder.tenantId, { usesProviderKeys: false });
    const asked = { tenantId: founder.tenantId, generatorName: "fal-flux-2", generatorVersion: null, inputParams: { prompt: "x" } };
    const generator = boards.findGenerator("fal-flux-2") as Generator;
    await expect(boards.planFor(asked, generator)).rejects.toMatchObject({ reason: "provider.not_configured" });
    expect(await boards.planElsewhere({ ...asked, batchSize: 1 }, [])).toBeNull();
    const job = { tenantId: founder.tenantId, keyId: "installation:fal" };
    expect((await boards.accessOfJob(job, fal())).access.apiKey).toBe("key-of-the-installation");
    await expect(boards.accessOfJob({ ...job, keyId: `tenant:${founder.tenantId}:fal` }, fal())).rejects.toMatchObject({
      reason: "provider.not_configured",
    });
  });

  it("is the same with simulated providers, which take any key", async () => {
    set({ BOARDS_SIMULATOR_URL: "http://127.0.0.1:9" });
    expect(await generate(founder)).toBe("provider.not_configured");
    await seedProviderKey(founder, { providerName: "fal", apiKey: "cleos-own" });
    expect(await generate(founder)).toBe("ok");
    expect(await generate(root)).toBe("ok");
  });
});
