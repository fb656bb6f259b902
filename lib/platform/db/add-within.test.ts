import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { jwtSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";
import { apiKeyRow } from "@/lib/testing/seed/api-key";

/*
 * Everything of which someone may have so many: twelve ask at the same moment where there is room for three, and three get it. And everything
 * that may be there once: of twelve who make it at the same moment, it is made once.
 */

const racers = 12;
const room = 3;
const many = (length: number) => Array.from({ length }, (_, each) => each);

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let boardId: string;
const load = async () => ({
  ...(await import("@/lib/identity/api-keys/api-keys")),
  ...(await import("@/lib/generations/artifacts/direct-upload")),
  ...(await import("@/lib/generations/confirm-upload")),
  ...(await import("@/lib/testing/run-batch")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/spending/add-credits")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/boards/invitations/invite")),
  ...(await import("@/lib/curation/marks/mark-generations")),
  ...(await import("@/lib/boards/members/add-member")),
  ...(await import("@/lib/boards/members/transfer-board")),
  ...(await import("@/lib/identity/sessions/sessions")),
  ...(await import("@/lib/generations/sharing/share-links")),
  ...(await import("@/lib/curation/tags/tag-generations")),
  ...(await import("@/lib/curation/tags/write-tags")),
  ...(await import("@/lib/identity/tenants/register-tenant")),
  ...(await import("@/lib/identity/users/change-users")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_MULTI_TENANT_MODE: "1" });
  boards = await load();
  owner = await installation.viewer("owner");
  boardId = (await boards.createBoard(owner, { title: "Counted" })).id;
});
afterAll(() => installation.close());

interface Counted {
  /** Makes as many as there may be, but for the last few. */
  fill: () => Promise<unknown>;
  maximum: () => number;
  add: (each: number) => Promise<unknown>;
  count: () => Promise<number>;
  refusal: { reason: string; field: string; message: RegExp };
}

const aGeneration = () => boards.createGeneration(owner, { boardId, generatorName: "sketch", artifactType: "image", inputParams: { prompt: "x" } });
const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000);
const invitations = (to: () => string | null, invite: (email: string) => Promise<unknown>): Counted => ({
  maximum: () => boards.maximumInvitations,
  fill: () =>
    boards.db().invitation.createMany({
      data: many(boards.maximumInvitations - room).map((each) => ({
        tenantId: owner.tenantId,
        boardId: to(),
        email: `asked-${each}@example.com`,
        role: to() ? "viewer" : "member",
        expiresAt: inTwoWeeks(),
      })),
    }),
  add: (each) => invite(`more-${each}@example.com`),
  count: () => boards.db().invitation.count({ where: { tenantId: owner.tenantId, boardId: to() } }),
  refusal: { reason: "input.invalid", field: "email", message: /200 open invitations/ },
});
let tagged = "";
let tagIds: string[] = [];
let limiter: Viewer;
let limited: string[] = [];

const founder = { authProvider: "test", authSubject: "founder", email: "founder@example.com" };
const found = (name: string) => boards.registerTenant(founder, { name, metadata: {} });

const counted: Record<string, Counted> = {
  "tenants that a person founds": {
    maximum: () => 5,
    fill: () => Promise.all(["first", "second"].map(found)),
    add: (each) => found(`further ${each}`),
    count: () => boards.db().user.count({ where: { account: { authSubject: "founder" }, tenantRole: "owner" } }),
    refusal: { reason: "tenant.registration_closed", field: "organization_name", message: /5 tenants/ },
  },
  "API keys of a person": {
    maximum: () => boards.maximumKeys,
    fill: () =>
      boards.db().apiKey.createMany({
        data: many(boards.maximumKeys - room).map(() => apiKeyRow(owner.userId)),
      }),
    add: (each) => boards.createApiKey(owner, { name: `key ${each}`, scopes: ["read"] }),
    count: () => boards.db().apiKey.count({ where: { userId: owner.userId } }),
    refusal: { reason: "input.invalid", field: "name", message: /50 API keys/ },
  },
  "share links of a board": {
    maximum: () => boards.maximumShareLinks,
    fill: () => boards.db().shareLink.createMany({ data: many(boards.maximumShareLinks - room).map(() => ({ tenantId: owner.tenantId, boardId })) }),
    add: () => boards.createShareLink(owner, { boardId, showsRecipe: false }),
    count: () => boards.db().shareLink.count({ where: { boardId } }),
    refusal: { reason: "input.invalid", field: "boardId", message: /200 share links/ },
  },
  "invitations to a board": invitations(
    () => boardId,
    (email) => boards.inviteToBoard(owner, { boardId, email, role: "viewer" }),
  ),
  "invitations to a tenant": invitations(
    () => null,
    (email) => boards.inviteToTenant(owner, { email, role: "member" }),
  ),
  "tags of a generation": {
    maximum: () => boards.maximumTags,
    fill: async () => {
      tagged = (await aGeneration()).id;
      const names = many(boards.maximumTags - room + racers);
      tagIds = (await Promise.all(names.map((each) => boards.createTag(owner, { name: `tag ${each}` })))).map(({ id }) => id);
      await boards.tagGenerations(owner, [tagged], { add: tagIds.slice(racers), remove: [] });
    },
    add: (each) => boards.addTagToGeneration(owner, tagged, tagIds[each] ?? ""),
    count: () => boards.db().generationTag.count({ where: { generationId: tagged } }),
    refusal: { reason: "input.invalid", field: "tagId", message: /50 tags/ },
  },
  "spending limits of a tenant": {
    maximum: () => boards.maximumSpendingLimits,
    fill: async () => {
      limiter = await installation.viewer("limiter", "elsewhere");
      limited = await Promise.all(many(racers).map(async (each) => (await installation.viewer(`limited-${each}`, "elsewhere")).userId));
      const { tenantId } = limiter;
      const data = many(boards.maximumSpendingLimits - room).map(() => ({ tenantId, period: "month", maxUsd: 1 }));
      await boards.db().spendingLimit.createMany({ data });
    },
    add: (each) => boards.setSpendingLimit(limiter, { userId: limited[each], period: "day", maxUsd: 1 }),
    count: () => boards.db().spendingLimit.count({ where: { tenantId: limiter.tenantId } }),
    refusal: { reason: "input.invalid", field: "userId", message: /1,000 spending limits/ },
  },
};

it.each(Object.entries(counted))("%s: as many as there may be, and no more", async (_what, { fill, maximum, add, count, refusal }) => {
  await fill();
  expect(await count()).toBe(maximum() - room);
  const answers = await Promise.allSettled(many(racers).map(add));
  expect(await count()).toBe(maximum());
  const refused = answers.filter((answer) => answer.status === "rejected").map(({ reason }) => reason);
  expect(refused).toHaveLength(racers - room);
  for (const each of refused)
    expect(each).toMatchObject({ reason: refusal.reason, field: refusal.field, message: expect.stringMatching(refusal.message) });
});

interface Single {
  prepare?: () => Promise<unknown>;
  make: (each: number) => Promise<unknown>;
  count: () => Promise<number>;
  /** What the others are told; nothing, where they get the same as the first. */
  refusal?: { reason: string; field: string };
}
let ticket = "";
let friend: Viewer;

const single: Record<string, Single> = {
  "the artifact of an upload ticket": {
    prepare: async () => {
      ticket = (await boards.announceUpload(owner, { boardId, artifactType: "text", sizeBytes: 5 })).ticket;
      await boards.receiveUpload(ticket, Readable.from([Buffer.from("hello")]), 5);
    },
    make: () => boards.confirmUpload(owner, ticket),
    count: () => boards.db().generation.count({ where: { boardId, generatorName: "user-upload-text" } }),
  },
  "an invitation of an address to the tenant": {
    prepare: () => boards.db().invitation.deleteMany(),
    make: () => boards.inviteToTenant(owner, { email: "once@example.com", role: "member" }),
    count: () => boards.db().invitation.count({ where: { boardId: null, email: "once@example.com" } }),
  },
  "a member by id": {
    prepare: async () => {
      friend = await installation.viewer("friend");
    },
    make: () => boards.addMember(owner, { boardId, userId: friend.userId, role: "viewer" }),
    count: () => boards.db().boardMember.count({ where: { boardId, userId: friend.userId } }),
    refusal: { reason: "member.exists", field: "userId" },
  },
  "a member by address": {
    prepare: async () => {
      friend = await installation.viewer("neighbor");
      await boards.db().account.updateMany({ where: { authSubject: "neighbor" }, data: { isEmailVerified: true } });
    },
    make: () => boards.inviteToBoard(owner, { boardId, email: "neighbor@example.com", role: "viewer" }),
    count: () => boards.db().boardMember.count({ where: { boardId, userId: friend.userId } }),
    refusal: { reason: "member.exists", field: "email" },
  },
  "a tag of a slug": {
    make: () => boards.createTag(owner, { name: "Once" }),
    count: () => boards.db().tag.count({ where: { slug: "once" } }),
    refusal: { reason: "tag.slug_taken", field: "slug" },
  },
  "a generation of an idempotency key": {
    make: () =>
      boards.createGeneration(owner, {
        boardId,
        generatorName: "sketch",
        artifactType: "image",
        inputParams: { prompt: "x" },
        idempotencyKey: "once",
      }),
    count: () => boards.db().generation.count({ where: { idempotencyKey: "once" } }),
  },
};

it.each(Object.entries(single))("%s: once", async (_what, { prepare, make, count, refusal }) => {
  await prepare?.();
  const answers = await Promise.allSettled(many(racers).map(make));
  expect(await count()).toBe(1);
  const refused = answers.filter((answer) => answer.status === "rejected").map(({ reason }) => reason);
  expect(refused).toHaveLength(refusal ? racers - 1 : 0);
  for (const each of refused) expect(each).toMatchObject(refusal ?? {});
});

it("of sessions opened at the same moment all are there, and the oldest beyond what an account may have are not", async () => {
  const { accountId } = await boards.db().user.findUniqueOrThrow({ where: { id: owner.userId } });
  const data = many(boards.maximumSessions).map((each) => ({
    accountId,
    userId: owner.userId,
    lastUsedAt: new Date(Date.now() - 60_000 - each),
    expiresAt: inTwoWeeks(),
  }));
  await boards.db().userSession.createMany({ data });
  const opened = await Promise.all(many(racers).map(() => boards.openSession(accountId, { id: owner.userId })));
  const kept = (await boards.db().userSession.findMany({ where: { accountId } })).map(({ id }) => id);
  expect(kept).toHaveLength(boards.maximumSessions);
  expect(kept).toEqual(expect.arrayContaining(opened));
});

it("an upload's file is taken once: nothing of it stays where it arrived, and nothing more is received", async () => {
  await expect(boards.receiveUpload(ticket, Readable.from([Buffer.from("hello")]), 5)).rejects.toMatchObject({ reason: "upload.ticket_invalid" });
  const { id } = await boards.db().generation.findFirstOrThrow({ where: { boardId, generatorName: "user-upload-text" } });
  await boards.runBatch(id);
  const { currentStorage } = await import("@/lib/platform/storage/current-storage");
  const stored = await currentStorage().list(null, 1000);
  const { storageKey } = await boards.db().generation.findUniqueOrThrow({ where: { id } });
  expect(stored.filter((key) => key.startsWith("uploads/") || key.includes("/text/"))).toEqual([storageKey]);
});

it("whoever becomes the owner of a board at the same moment is not among its members, too", async () => {
  for (const round of many(6)) {
    const board = await boards.createBoard(owner, { title: `Handed over ${round}` });
    const heir = await installation.viewer(`heir-${round}`);
    const add = () => boards.addMember(owner, { boardId: board.id, userId: heir.userId, role: "editor" });
    await add();
    const answers = await Promise.allSettled([boards.transferBoard(owner, board.id, heir.userId), ...many(8).map(add)]);
    expect(answers[0]?.status).toBe("fulfilled");
    for (const answer of answers.slice(1))
      expect((answer as PromiseRejectedResult).reason.reason).toMatch(/^(member\.exists|member\.is_owner|board\.forbidden)$/);
    expect(await boards.db().boardMember.count({ where: { boardId: board.id, userId: heir.userId } })).toBe(0);
  }
});

it("who changes different fields of a profile at the same moment keeps both", async () => {
  for (const round of many(4)) {
    const { userId } = owner;
    await boards.db().user.update({ where: { id: userId }, data: { ownProfileFields: [] } });
    const avatarUrl = `https://example.com/${round}.png`;
    await Promise.all([boards.updateProfile(owner, { displayName: `Ada ${round}` }), boards.updateProfile(owner, { avatarUrl })]);
    const { ownProfileFields } = await boards.db().user.findUniqueOrThrow({ where: { id: userId } });
    expect([...ownProfileFields].sort()).toEqual(["avatarUrl", "displayName"]);
  }
});

it("many who mark or tag the same generations in different orders do not stand in each other's way", async () => {
  const ids = await Promise.all(many(20).map(async () => (await aGeneration()).id));
  const tag = await boards.createTag(owner, { name: "Together" });
  const orders = many(racers).map((each) => [...ids.slice(each), ...ids.slice(0, each)]);
  await Promise.all(orders.map((order, each) => boards.markGenerations(owner, order, { rating: (each % 5) + 1 })));
  await Promise.all(orders.map((order) => boards.tagGenerations(owner, order, { add: [tag.id], remove: [] })));
  expect(await boards.db().generationTag.count({ where: { tagId: tag.id } })).toBe(ids.length);
});
