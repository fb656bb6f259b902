import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jwtSettings, tokenOf } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";
import { seedUser } from "@/lib/testing/seed/user";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/platform/caller/signed-token")),
  ...(await import("@/lib/identity/sign-in/viewer-of")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/env")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  ...(await import("@/lib/identity/tenants/register-tenant")),
  ...(await import("@/lib/identity/tenants/set-up")),
  route: await import("./route"),
});
let boards: Awaited<ReturnType<typeof load>>;
let tenant: { id: string; slug: string };

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_RATE_LIMITS: JSON.stringify({ signIn: 12, anonymous: 100_000, request: 100_000 }) });
  boards = await load();
});
afterAll(() => installation.close());

const set = (variables: Record<string, string>) => {
  Object.assign(process.env, variables);
  boards.forgetEnv();
};
beforeEach(async () => {
  set({ BOARDS_MULTI_TENANT_MODE: "1", BOARDS_SETUP_TOKEN: "" });
  await boards.db().tenant.deleteMany();
  tenant = await boards.ensureDefaultTenant();
});

let addresses = 0;
/** Answers of `POST /api/setup/owner`, each time from another address unless one is given. */
async function become(subject: string, setupToken: string, address = `10.1.0.${++addresses}`) {
  const headers = { authorization: `Bearer ${await tokenOf(subject)}`, "x-boards-peer": address };
  const response = await boards.route.POST(
    new Request("http://localhost/api/setup/owner", { method: "POST", headers, body: JSON.stringify({ setup_token: setupToken }) }),
  );
  return { status: response.status, ...((await response.json()) as Record<string, string>) };
}

async function enter(subject: string, claims: Record<string, unknown> = {}, header?: string) {
  const headers: Record<string, string> = { authorization: `Bearer ${await tokenOf(subject, claims)}`, ...(header ? { "x-tenant": header } : {}) };
  const { viewer } = await boards.authenticate(new Request("http://boards.test/", { headers }));
  return { role: viewer?.tenantRole, tenantId: viewer?.tenantId };
}
const peopleInside = () => boards.db().user.count({ where: { tenantId: tenant.id } });

describe("an installation without an owner", () => {
  it.each(["0", "1"])("lets nobody new in by any name (multi-tenant mode: %s)", async (mode) => {
    set({ BOARDS_MULTI_TENANT_MODE: mode });
    // In single-tenant mode there is but this tenant, whatever a claim says.
    const byClaim = [{ tenant: "default" }, { tenant: "Default" }, { org: { slug: "default" } }, { org: { id: "default" } }, { team: "default" }];
    for (const claims of byClaim) await expect(enter("mallory", claims)).rejects.toMatchObject({ reason: "setup.required" });
    await expect(enter("mallory", {}, "default")).rejects.toMatchObject({ reason: expect.stringMatching(/setup.required|tenant.not_member/) });
    await expect(enter("mallory", { email: "m@default.example" })).rejects.toMatchObject({
      reason: mode === "1" ? "tenant.no_membership" : "setup.required",
    });
    expect(await peopleInside()).toBe(0);
  });

  it("cannot be founded under its name, also while its tenant is not there yet", async () => {
    const identity = { authProvider: "jwt", authSubject: "mallory", email: "mallory@example.com", isEmailVerified: true };
    const found = (given: { name: string; slug?: string }) => boards.registerTenant(identity, { ...given, metadata: {} });
    for (const given of [{ name: "Mine", slug: "default" }, { name: "Default" }])
      await expect(found(given)).rejects.toMatchObject({ reason: "tenant.slug_taken" });
    await boards.db().tenant.deleteMany();
    for (const given of [{ name: "Mine", slug: "default" }, { name: "Default" }])
      await expect(found(given)).rejects.toMatchObject({ reason: "tenant.slug_taken" });
    await expect(enter("mallory", { tenant: "default" })).rejects.toMatchObject({ reason: "setup.required" });
    expect(await boards.db().user.count()).toBe(0);
  });

  it("admits nobody by claim, even if its settings say so", async () => {
    await boards.db().tenant.update({ where: { id: tenant.id }, data: { settings: { admitByClaim: true } } });
    await expect(enter("mallory", { tenant: "default" })).rejects.toMatchObject({ reason: "setup.required" });
  });

  it("still knows those who were there before", async () => {
    await seedUser({ tenantId: tenant.id, displayName: "Old", authProvider: "jwt", authSubject: "old" });
    expect(await enter("old", { tenant: "default" })).toEqual({ role: "member", tenantId: tenant.id });
    expect(await become("old", boards.tokenFor("setup", tenant.id))).toMatchObject({ status: 200, tenant_role: "owner" });
    expect(await enter("old", { tenant: "default" })).toMatchObject({ role: "owner" });
  });

  it("takes no founded tenant for its own, whatever its slug is set to", async () => {
    await boards.registerTenant({ authProvider: "jwt", authSubject: "grace" }, { name: "Grace", slug: "grace", metadata: {} });
    set({ BOARDS_DEFAULT_TENANT_SLUG: "grace" });
    await expect(boards.ensureDefaultTenant()).rejects.toMatchObject({ reason: "setup.slug_in_use" });
    set({ BOARDS_DEFAULT_TENANT_SLUG: "" });
  });
});

describe("the setup token", () => {
  it("is printed the same by every process, opens once, and then nothing", async () => {
    const said = await boards.setupInstructions();
    const token = /"setup_token":"([^"]+)"/.exec(said ?? "")?.[1] ?? "";
    expect(await boards.setupInstructions()).toBe(said);
    expect(await become("mallory", "guessed")).toMatchObject({ status: 403, reason: "setup.wrong_token" });
    expect(await become("mallory", boards.tokenFor("invitation", tenant.id))).toMatchObject({ reason: "setup.wrong_token" });
    expect(await peopleInside()).toBe(0);
    expect(await become("ada", token)).toMatchObject({ status: 200, tenant_id: tenant.id, tenant_slug: "default", tenant_role: "owner" });
    expect(await become("mallory", token)).toMatchObject({ status: 409, reason: "setup.done" });
    expect(await boards.setupInstructions()).toBeNull();
    await expect(enter("mallory", { tenant: "default" })).rejects.toMatchObject({ reason: "tenant.not_member" });
    set({ BOARDS_MULTI_TENANT_MODE: "0" });
    expect(await enter("ben")).toMatchObject({ role: "member" });
  });

  it("makes one owner of eight who give it at the same moment, and lets nobody else in", async () => {
    const token = boards.tokenFor("setup", tenant.id);
    const all = await Promise.all(Array.from({ length: 8 }, (_, each) => become(`racer${each}`, token)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(await peopleInside()).toBe(1);
  });

  it("is the one of BOARDS_SETUP_TOKEN where that is set, and then not printed", async () => {
    set({ BOARDS_SETUP_TOKEN: "chosen-by-the-operator" });
    expect(await boards.setupInstructions()).not.toMatch(/chosen-by-the-operator/);
    expect(await become("ada", boards.tokenFor("setup", tenant.id))).toMatchObject({ reason: "setup.wrong_token" });
    expect(await become("ada", " chosen-by-the-operator ")).toMatchObject({ status: 200 });
  });

  it("is not guessed: tries are counted by address, and the right one among too many is refused", async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, (_, each) => become(`guesser${each}`, `guess-${each}`, "10.2.0.1")));
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(8);
    expect(await become("guesser", boards.tokenFor("setup", tenant.id), "10.2.0.1")).toMatchObject({ status: 429 });
    expect(await become("ada", boards.tokenFor("setup", tenant.id), "10.2.0.2")).toMatchObject({ status: 200 });
  });
});
