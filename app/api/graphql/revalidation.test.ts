import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { jwtSettings, tokenOf } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";
import { seedProviderKey } from "@/lib/testing/seed/provider-key";

/* The list of generators, asked for as a browser asks that has it already. */

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/generators/settings/set-generator-setting")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  ...(await import("@/lib/identity/users/ensure-user")),
  ...(await import("@/lib/platform/caller/viewer")),
  ...(await import("./route")),
});
let boards: Awaited<ReturnType<typeof load>>;
let owner: Viewer;

beforeAll(async () => {
  installation = await openInstallation(jwtSettings);
  boards = await load();
  const { id } = await boards.ensureDefaultTenant();
  owner = boards.sessionViewer(await boards.ensureUser(id, { authProvider: "jwt", authSubject: "owner" }, "owner"));
});
afterAll(() => installation.close());

const list = "{ generators { name title unavailableReason isOffered inputSchema } }";
async function get({ query = list, subject = "owner", etag = "" } = {}) {
  const headers = { authorization: `Bearer ${await tokenOf(subject)}`, "content-type": "application/json", "if-none-match": etag };
  const response = await boards.GET(new Request(`http://localhost/api/graphql?query=${encodeURIComponent(query)}`, { headers }));
  const [tag, caching] = [response.headers.get("etag") ?? "", response.headers.get("cache-control")];
  return { status: response.status, etag: tag, caching, body: await response.text() };
}

describe("the list of generators", () => {
  it("is answered once, and then that it still holds", async () => {
    const first = await get();
    expect(first).toMatchObject({ status: 200, caching: "private, no-cache" });
    expect(first.body).toContain('"name":"sketch"');
    expect(await get({ etag: `"other", ${first.etag}` })).toEqual({ status: 304, etag: first.etag, caching: "private, no-cache", body: "" });
    expect((await get({ etag: first.etag, query: list.replace("title", "description") })).status).toBe(200);
  });

  const setting = (more: object) => boards.setGeneratorSetting(owner, { generatorName: "sketch", ...more });
  const changes: Record<string, () => Promise<unknown>> = {
    "a default": () => setting({ defaults: { prompt: "a fox" } }),
    "a limit": () => setting({ limits: { detail: { maximum: 0.7 } } }),
    "the order": () => setting({ position: 1 }),
    "what is offered": () => setting({ isOffered: false }),
    "a provider's key": () => seedProviderKey(owner, { providerName: "openai", apiKey: "sk-test" }),
  };
  for (const [what, change] of Object.entries(changes))
    it(`is answered anew once ${what} has changed`, async () => {
      const before = await get();
      await change();
      const after = await get({ etag: before.etag });
      expect(after.status).toBe(200);
      expect(after.body).not.toBe(before.body);
      expect((await get({ etag: after.etag })).status).toBe(304);
    });

  it("of one person is not taken for another's", async () => {
    const { etag } = await get();
    await boards.ensureUser(owner.tenantId, { authProvider: "jwt", authSubject: "member" }, "member");
    expect((await get({ subject: "member", etag })).status).toBe(200);
  });
});

describe("every other answer", () => {
  it.each([
    "{ me { id } }",
    `{ me { id } ${list.slice(2)}`,
    "{ generators { nothing } }",
    '{ generators(artifactType: "image", artifactType: 1) { name } }',
  ])("is kept by nobody: %s", async (query) => {
    expect(await get({ query })).toMatchObject({ etag: "", caching: "no-store" });
  });
});
