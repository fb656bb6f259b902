import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tenantCandidates, toSlug } from "@/lib/identity/tenants/tenant-candidates";
import { jwtSettings, tokenOf } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/identity/sign-in/viewer-of")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/boards/invitations/invite")),
  ...(await import("@/lib/platform/caller/viewer")),
  register: await import("@/lib/identity/tenants/register-tenant"),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_MULTI_TENANT_MODE: "1", BOARDS_MAX_TENANTS_PER_USER: "2" });
  boards = await load();
});
afterAll(() => installation.close());

/** Who a request with these claims and this header is, by the slug of their tenant. */
async function enter(subject: string, claims: Record<string, unknown> = {}, tenant?: string) {
  const token = await tokenOf(subject, claims);
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, ...(tenant ? { "x-tenant": tenant } : {}) };
  const { viewer } = await boards.authenticate(new Request("http://boards.test/", { headers }));
  const { slug } = await boards.db().tenant.findUniqueOrThrow({ where: { id: viewer?.tenantId ?? "" } });
  return { slug, role: viewer?.tenantRole, viewer };
}
const slugs = async () => (await boards.db().tenant.findMany({ orderBy: { slug: "asc" } })).map((tenant) => tenant.slug);

describe("which tenant a request means", () => {
  it("a claim that names a tenant which is not there makes it, once, with one owner", async () => {
    const all = await Promise.allSettled(["ada", "bob", "cleo", "dan"].map((subject) => enter(subject, { tenant: "Acme Corp" })));
    const inside = all.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
    expect(inside).toMatchObject([{ slug: "acme-corp", role: "owner" }]);
    expect(await boards.db().user.count({ where: { tenant: { slug: "acme-corp" } } })).toBe(1);
  });

  it("no claim and no header lets anybody into a tenant of which they are no member", async () => {
    const before = await slugs();
    for (const [claims, header] of [
      [{ tenant: "acme-corp" }, undefined],
      [{ org: { slug: "acme-corp" } }, undefined],
      [{}, "acme-corp"],
      [{}, "not-there"],
    ] as const)
      await expect(enter("mallory", claims, header)).rejects.toMatchObject({ reason: "tenant.not_member" });
    await expect(enter("mallory", { email: "mallory@acme-corp.example" })).rejects.toMatchObject({ reason: "tenant.no_membership" });
    await expect(boards.authenticate(new Request("http://boards.test/", { headers: { "x-tenant": "fresh" } }))).resolves.toMatchObject({
      viewer: null,
    });
    expect(await slugs()).toEqual(before);
  });

  it("the header says a tenant by its slug or its id, and leads its members alone into it", async () => {
    for (const tenant of ["zoe-one", "zoe-two"]) await enter("zoe", { tenant });
    const { id } = await boards.db().tenant.findUniqueOrThrow({ where: { slug: "zoe-two" } });
    for (const header of ["zoe-two", id, id.toUpperCase()]) expect(await enter("zoe", {}, header)).toMatchObject({ slug: "zoe-two" });
    for (const header of [id, crypto.randomUUID()]) {
      await expect(enter("mallory", {}, header)).rejects.toMatchObject({ reason: "tenant.not_member" });
      if (header !== id) await expect(enter("zoe", {}, header)).rejects.toMatchObject({ reason: "tenant.not_member" });
    }
  });

  it("a tenant may say that it admits by claim; then a verified claim is enough, a header is not", async () => {
    await boards.db().tenant.update({ where: { slug: "acme-corp" }, data: { settings: { admitByClaim: true } } });
    await expect(enter("erin", {}, "acme-corp")).rejects.toMatchObject({ reason: "tenant.not_member" });
    expect(await enter("erin", { organization: "acme-corp" })).toMatchObject({ slug: "acme-corp", role: "member" });
    expect(await enter("erin")).toMatchObject({ slug: "acme-corp" });
  });

  it("an invitation to a verified address is a way in", async () => {
    const admin = boards.sessionViewer(await boards.db().user.findFirstOrThrow({ where: { tenant: { slug: "acme-corp" }, tenantRole: "owner" } }));
    await boards.inviteToTenant(admin, { email: "Fay@example.com", role: "admin" });
    await expect(enter("fay", { email_verified: false })).rejects.toMatchObject({ reason: "tenant.no_membership" });
    expect(await enter("fay")).toMatchObject({ slug: "acme-corp", role: "admin" });
  });
});

describe("registering a tenant", () => {
  const identity = { authProvider: "jwt", authSubject: "grace", email: "grace@example.com", isEmailVerified: true };

  it("makes its owner of whoever asks, refuses a slug that is taken, and counts", async () => {
    const { tenant } = await boards.register.registerTenant(identity, { name: "Grace & Co.", metadata: {} });
    expect(tenant.slug).toBe("grace-co");
    expect(await enter("grace")).toMatchObject({ slug: "grace-co", role: "owner" });
    await expect(boards.register.registerTenant(identity, { name: "X", slug: "acme-corp", metadata: {} })).rejects.toMatchObject({
      reason: "tenant.slug_taken",
    });
    await boards.register.registerTenant(identity, { name: "Second", metadata: {} });
    await expect(boards.register.registerTenant(identity, { name: "Third", metadata: {} })).rejects.toMatchObject({
      reason: "tenant.registration_closed",
    });
    expect(await enter("grace", {}, "second")).toMatchObject({ slug: "second" });
  });

  it("waits for approval where it has to", async () => {
    await boards.db().tenant.update({ where: { slug: "second" }, data: { settings: { status: "pending_approval" } } });
    await expect(enter("grace", {}, "second")).rejects.toMatchObject({ reason: "tenant.awaits_approval" });
  });

  it.each([
    ["Grace & Co.", "grace-co"],
    ["A", "org-random"],
    ["x".repeat(60), `${"x".repeat(47)}-random`],
  ])("makes a slug of %s", (name, slug) => {
    expect(boards.register.slugOfOrganization(name, () => "random")).toBe(slug);
  });
});

describe("what a request says about its tenant", () => {
  it("is read in the original's order", () => {
    const claims = { team: "t", namespace: "n", custom: "c", org_name: "o", tenant: "T 1" };
    const said = tenantCandidates(claims, { email: "a@firm.example", isEmailVerified: true, customClaim: "custom", header: "h" });
    expect(said.map(({ slug }) => slug)).toEqual(["t-1", "o", "c", "firm", "n", "t", "h"]);
  });

  it.each([
    ["Acme Corp", "acme-corp"],
    [{ name: "N", id: "I", slug: "S" }, "s"],
    [{ id: "I" }, "i"],
    ["--", null],
    [7, null],
    ["x".repeat(80), "x".repeat(50)],
  ])("%o is the slug %s", (value, slug) => {
    expect(toSlug(value)).toBe(slug);
  });

  it("does not take a free mail host for an organization, nor an address that nobody vouches for", () => {
    expect(tenantCandidates({}, { email: "a@gmail.com", isEmailVerified: true })).toEqual([]);
    expect(tenantCandidates({}, { email: "a@firm.example", isEmailVerified: false })).toEqual([]);
  });
});
