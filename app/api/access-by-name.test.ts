import { getNamedType, isListType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { type Cast, type Fixture, fingerprint, makeFixture } from "@/lib/testing/access-fixture";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { jwtSettings, tokenOf } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";
import { type Given, type InputPlace, inputPlaces, requestWith } from "@/lib/testing/operation-inputs";
import { seedProviderJob } from "@/lib/testing/seed/provider-job";

/*
 * By what name: someone who comes with an id, a claim, a slug or an address that belongs to someone else gets no further than with one that
 * belongs to nobody. Hosts and origins of others have a test beside every route, foreign-requests.test.ts, and own-hosts.test.ts.
 */

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/identity/api-keys/api-keys")),
  ...(await import("@/lib/platform/caller/viewer")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/boards/invitations/invite")),
  ...(await import("@/lib/identity/sessions/sessions")),
  ...(await import("@/lib/identity/tenants/administer-tenants")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  ...(await import("@/lib/identity/users/ensure-user")),
  graphql: await import("@/app/api/graphql/route"),
  jwt: await import("next-auth/jwt"),
});
let boards: Awaited<ReturnType<typeof load>>;
const secret = "a-session-secret-of-the-tests-aaaaaaaa";

interface Tenant {
  id: string;
  slug: string;
  owner: Viewer;
  fixture: Fixture;
}
let ours: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  installation = await openInstallation({
    ...jwtSettings,
    BOARDS_MULTI_TENANT_MODE: "1",
    BOARDS_MAX_TENANTS_PER_USER: "1000",
    BOARDS_JWT_TENANT_CLAIM: "custom",
    BOARDS_SESSION_SECRET: secret,
  });
  boards = await load();
  await tenantOf("default");
  [ours, theirs] = [await tenantOf("ours"), await tenantOf("theirs")];
});
afterAll(() => installation.close());

/** A tenant with an owner, a board with everything on it, and a job at a provider. */
async function tenantOf(slug: string): Promise<Tenant> {
  const { id } = await boards.ensureTenant(slug, slug);
  const person = (name: string, role: "member" | "owner" = "member") =>
    boards.ensureUser(id, { authProvider: "jwt", authSubject: `${name} of ${slug}`, email: `${name}@${slug}.example`, isEmailVerified: true }, role);
  const owner = await person("owner", "owner");
  const people = { owner, viewer: await person("viewer"), editor: await person("editor"), boardAdmin: await person("boardAdmin") };
  const fixture = await makeFixture({ tenantId: id, people } as unknown as Cast, "private", { hasFile: true });
  await seedProviderJob({ tenantId: id, batchId: fixture.failed }, { id: fixture.failed, state: "needs_review" });
  return { id, slug, owner: boards.sessionViewer(owner, "bearer"), fixture };
}

/** What an id is of, by the name of the argument; `id` and `ids` by the operation. */
const byArgument: Record<string, keyof typeof rowOf> = {
  boardId: "board",
  moveToBoardId: "board",
  copyToBoardId: "board",
  userId: "user",
  tagId: "tag",
  tagIds: "tag",
  addTagIds: "tag",
  removeTagIds: "tag",
  generationId: "generation",
  similarTo: "generation",
  parentGenerationId: "generation",
  tenantId: "tenant",
};
const byOperation: [RegExp, keyof typeof rowOf][] = [
  [/^(board|(update|delete|trash|restore|duplicate|archive|unarchive)Board)$/, "board"],
  [/^restoreGenerations$/, "trashed"],
  [/^(batch|generation|generations|galleryIds|regenerate|saveVideoFrame|(retry|cancel|delete)Generation|\w+Generations)$/, "generation"],
  [/^(tag|(update|delete)Tag)$/, "tag"],
  [/^(addedModel|(offer|retire|refresh|delete)Model|setModelPrice)$/, "addedModel"],
  [/^user$/, "user"],
  [/^revokeInvitation$/, "invitation"],
  [/^revokeShareLink$/, "shareLink"],
  [/^revokeApiKey$/, "apiKey"],
  [/^revokeSession$/, "session"],
  [/^(bulkJob|deleteExport|(cancel|resume|undo)BulkJob)$/, "bulkJob"],
  [/^reviewProviderJob$/, "providerJob"],
];
const rowOf = {
  board: ({ fixture }: Tenant) => fixture.boardId,
  generation: ({ fixture }: Tenant) => fixture.completed,
  trashed: ({ fixture }: Tenant) => fixture.trashed,
  tag: ({ fixture }: Tenant) => fixture.tagId,
  user: ({ owner }: Tenant) => owner.userId,
  tenant: ({ id }: Tenant) => id,
  invitation: ({ fixture }: Tenant) => fixture.invitationId,
  shareLink: ({ fixture }: Tenant) => fixture.shareLinkId,
  apiKey: ({ fixture }: Tenant) => fixture.apiKeyId,
  session: ({ fixture }: Tenant) => fixture.sessionId,
  bulkJob: ({ fixture }: Tenant) => fixture.bulkJobId,
  providerJob: ({ fixture }: Tenant) => fixture.failed,
  addedModel: ({ fixture }: Tenant) => fixture.draftId,
};
const kindOf = (argument: string, operation: string) => byArgument[argument] ?? byOperation.find(([pattern]) => pattern.test(operation))?.[1];

/** What operations insist on beside the id in question: rows of our own, and values that they take. */
const values: Record<string, unknown> = {
  generatorName: "sketch",
  inputParams: { prompt: "x" },
  email: "somebody@example.com",
  usd: 1,
  priceUsd: 1,
  fileUrl: "http://127.0.0.1/",
  action: "REFUND",
  timeZone: "Europe/Berlin",
  start: "0",
  end: "99999999999999",
};
const given: Given = (name, operation, isRequired) => {
  if (isRequired && /^(ids?|\w+Ids?)$/.test(name)) {
    const kind = kindOf(name, operation);
    const id = kind && rowOf[kind](ours);
    return id && name.endsWith("s") ? [id] : id;
  }
  return values[name];
};

/** Which generations are to change is judged only beside a change. */
const givenFor =
  ({ field }: InputPlace): Given =>
  (name, operation, isRequired) =>
    operation === "changeGenerations" && name === "isStarred" && /^(ids|exceptIds)$/.test(field) ? true : given(name, operation, isRequired);

/** Refusals that name another field than the one of the schema, or another reason. */
const refusals: Record<string, string[]> = {
  "setTenantStorageLimit tenantId": ["FORBIDDEN", ""],
  // Passwords are not how people sign in here; password-reset.test.ts has those who do.
  "createPasswordReset userId": ["FORBIDDEN", ""],
  // Nobody here came by a browser; those who did are below.
  "switchTenant tenantId": ["NOT_FOUND", ""],
};

const idPlaces = inputPlaces((type) => getNamedType(type).name === "UUID");

describe("an id of another tenant's row", () => {
  it("is known by kind, wherever an operation takes one", () => {
    expect(idPlaces.length).toBeGreaterThan(60);
    expect(
      idPlaces.filter(({ path, operation }) => !kindOf(path.at(-1) ?? "", operation)).map(({ operation, field }) => `${operation} ${field}`),
    ).toEqual([]);
  });

  it.each(idPlaces.map((place) => ({ place, name: `${place.operation} ${place.field}` })))(
    "is answered as one of nobody's: $name",
    async ({ place }) => {
      const kind = kindOf(place.path.at(-1) ?? "", place.operation) ?? "board";
      const before = await fingerprint(theirs.fixture.boardId);
      const answerTo = async (id: string) => {
        const value = isListType(place.type) || String(place.type).startsWith("[") ? [...ownBeside(place), id] : id;
        const { query, variables } = requestWith(place, value, givenFor(place));
        const { data, errors } = await askGraphql(ours.owner, query, variables);
        const { requestId: _, ...extensions } = (errors[0]?.extensions ?? {}) as Record<string, unknown>;
        // A job is started for ids that nobody has, too, and finds nothing: each time another.
        const isOfNewJob = (name: string, within: { __typename?: string }) => within.__typename === "BulkJob" && /^(id|(cre|upd)atedAt)$/.test(name);
        return JSON.parse(
          JSON.stringify({ data, message: errors[0]?.message, extensions }, function (name, value) {
            return isOfNewJob(name, this) ? undefined : value;
          }).replaceAll(id, "<id>"),
        );
      };
      const foreign = await answerTo(rowOf[kind](theirs));
      expect(foreign).toEqual(await answerTo(crypto.randomUUID()));
      // It was this id that was judged, and not something beside it that stopped the request before.
      const { code, field = "" } = foreign.extensions;
      const name = `${place.operation} ${place.field}`;
      if (code) expect([name, code, field.replace(/\.\d+$/, "")]).toEqual([name, ...(refusals[name] ?? ["NOT_FOUND", place.field])]);
      expect(await fingerprint(theirs.fixture.boardId)).toBe(before);
    },
  );
});

/** A read of several shows those that are our own; a write of several is of all or none, so that the foreign one has to speak alone. */
const ownBeside = ({ isMutation, operation, path }: InputPlace) =>
  isMutation ? [] : ([given(path.at(-1) ?? "", operation, true)].flat() as string[]);

type Claims = Record<string, unknown>;
type Way = { claims?: Claims; headers?: Record<string, string>; token?: string };

/** Who the interface takes someone for: the slug of their tenant, or the reason of the refusal. */
async function entering(subject: string, { claims = {}, headers = {}, token }: Way): Promise<string> {
  const authorization: Record<string, string> = headers.cookie ? {} : { authorization: `Bearer ${token ?? (await tokenOf(subject, claims))}` };
  const body = JSON.stringify({ query: "{ me { tenantId } }" });
  const init = { method: "POST", headers: { "content-type": "application/json", ...authorization, ...headers }, body };
  const { data, errors, reason } = await (await boards.graphql.POST(new Request("http://localhost/api/graphql", init))).json();
  if (errors || reason) return reason ?? errors[0].extensions.reason;
  return data.me ? (await boards.findTenant(data.me.tenantId)).slug : "nobody";
}
const membersOf = async (slug: string) =>
  (await boards.db().user.findMany({ where: { tenant: { slug } }, orderBy: { id: "asc" } })).map(({ id }) => id);

describe("a tenant's name in a claim", () => {
  const claimNames = ["tenant", "org", "organization", "org_slug", "org_name", "custom", "namespace", "group", "team", "workspace"];
  const spellings = ["theirs", "THEIRS", " theirs ", "theirs.", "-theirs-", "their\u017f", "the\u0456rs", "theirs\u200b", "\uff54heirs"];
  const objects = ["slug", "id", "name"];
  /** However the name is said, by whichever claim. */
  const saying = (name: string): Claims[] => [
    ...claimNames.map((claim) => ({ [claim]: name })),
    ...objects.map((part) => ({ org: { [part]: name } })),
    { groups: [name], roles: [name] },
  ];

  it.each(["default", "theirs", "pending"])("lets nobody into the tenant %s", async (slug) => {
    if (slug === "pending")
      await boards.db().tenant.update({ where: { id: (await tenantOf("pending")).id }, data: { settings: { status: "pending_approval" } } });
    const before = await membersOf(slug);
    const said = [...saying(slug), { email: `mallory@${slug}.example` }];
    const answers = await Promise.all(said.map((claims, each) => entering(`mallory ${slug} ${each}`, { claims })));
    expect([...new Set(answers)].sort()).toEqual(["tenant.no_membership", "tenant.not_member"]);
    expect(await membersOf(slug)).toEqual(before);
  });

  it("lets nobody in by what only looks like it, and founds no tenant that is called the same", async () => {
    const before = [await membersOf("theirs"), (await boards.db().tenant.findMany({ where: { slug: { contains: "theirs" } } })).length];
    for (const [each, spelling] of spellings.entries())
      for (const claims of [{ tenant: spelling }, { org: { name: spelling } }])
        expect([spelling, await entering(`look-alike ${each}`, { claims })]).not.toEqual([spelling, "theirs"]);
    expect([await membersOf("theirs"), (await boards.db().tenant.findMany({ where: { slug: { contains: "theirs" } } })).length]).toEqual(before);
  });

  it("lets in where the tenant admits by claim: by its very slug, and by nothing that resembles it", async () => {
    const { id, owner } = await tenantOf("open");
    await boards.db().tenant.update({ where: { id }, data: { settings: { admitByClaim: true } } });
    for (const [each, spelling] of ["OPEN", " open", "open.", "\uff4fpen"].entries())
      for (const claims of [{ tenant: spelling }, { org: { name: spelling } }, { org: { id: "open" } }])
        expect([spelling, await entering(`resembling ${each}`, { claims })]).not.toEqual([spelling, "open"]);
    expect(await entering("by address", { claims: { email: "x@open.example" } })).toBe("tenant.no_membership");
    expect(await entering("by header", { headers: { "x-tenant": "open" } })).toBe("tenant.not_member");
    expect(await entering("welcome", { claims: { org: { slug: "open" } } })).toBe("open");
    expect(await boards.db().user.findMany({ where: { tenantId: id, tenantRole: { not: "member" } } })).toMatchObject([{ id: owner.userId }]);
  });

  it("of one that was deleted founds a new one, where nothing of the old one is", async () => {
    const { id, fixture } = await tenantOf("gone");
    const was = await tokenOf("owner of gone", { tenant: "gone" });
    expect(await entering("", { token: was })).toBe("gone");
    await boards.deleteTenant(id);
    expect(await entering("newcomer", { claims: { tenant: "gone" } })).toBe("gone");
    // Whoever owned the old one is a stranger to it.
    expect(await entering("", { token: was })).toBe("tenant.not_member");
    const { tenantId } = await boards.db().user.findFirstOrThrow({ where: { account: { authSubject: "newcomer" } } });
    expect(tenantId).not.toBe(id);
    expect(await boards.db().board.count({ where: { OR: [{ tenantId }, { id: fixture.boardId }] } })).toBe(0);
  });
});

describe("another tenant's name in X-Tenant", () => {
  const named = () => ["theirs", "THEIRS", " theirs", theirs.id, theirs.id.toUpperCase(), "default", "pending", "not-there", crypto.randomUUID()];
  const ownOnly = async (way: (headers: Record<string, string>) => Way) => {
    const before = await membersOf("theirs");
    for (const name of named()) {
      const answer = await entering("owner of ours", way({ "x-tenant": name }));
      expect([name, answer]).toEqual([name, expect.stringMatching(/^(ours|tenant\.not_member)$/)]);
    }
    expect(await membersOf("theirs")).toEqual(before);
  };

  it("moves no bearer token", () => ownOnly((headers) => ({ headers })));
  it("moves no bearer token that names its own", () => ownOnly((headers) => ({ headers, claims: { tenant: "ours" } })));
  it("moves no API key", async () => {
    const { key: token } = await boards.createApiKey(ours.owner, { name: "CI", scopes: ["read", "admin"] });
    await ownOnly((headers) => ({ headers, token }));
  });
  it("moves no session, which stays where it was", async () => {
    const sessionId = await boards.openSession(ours.owner.accountId, { id: ours.owner.userId });
    const cookie = `next-auth.session-token=${await boards.jwt.encode({ token: { sessionId }, secret })}`;
    await ownOnly((headers) => ({ headers: { ...headers, cookie } }));
    await expect(boards.switchTenant(ours.owner.accountId, sessionId, theirs.id)).rejects.toMatchObject({ reason: "tenant.not_member" });
    await expect(boards.switchTenant(ours.owner.accountId, sessionId, crypto.randomUUID())).rejects.toMatchObject({ reason: "tenant.not_member" });
    expect(await entering("", { headers: { cookie } })).toBe("ours");
  });
});

describe("an invitation's address", () => {
  // The Kelvin sign is a k in lower case.
  it.each([
    ["that nobody vouches for", { email: "mark@firm.example", email_verified: false }],
    ["that is vouched for by a word", { email: "mark@firm.example", email_verified: "true" }],
    ["that only looks like it", { email: "mar\u212a@firm.example" }],
    ["with something behind it", { email: "mark@firm.example.evil.example" }],
    ["among several", { email: ["mark@firm.example"] }],
    ["within a name", { email: '"mark@firm.example" <eve@evil.example>' }],
    ["in another claim", { email: "eve@evil.example", upn: "mark@firm.example", preferred_username: "mark@firm.example" }],
  ])("admits nobody by an address %s", async (_what, claims) => {
    await boards.inviteToTenant(theirs.owner, { email: "mark@firm.example", role: "admin" });
    expect(await entering(`eve ${JSON.stringify(claims)}`, { claims })).toBe("tenant.no_membership");
    expect(await boards.db().invitation.count({ where: { email: "mark@firm.example", acceptedAt: null } })).toBe(1);
  });

  it("admits whoever has it, in capitals too", async () => {
    expect(await entering("mark", { claims: { email: "Mark@FIRM.example" } })).toBe("theirs");
    expect(await boards.db().user.findFirst({ where: { account: { authSubject: "mark" } } })).toMatchObject({ tenantRole: "admin" });
  });
});
