import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Identity } from "@/lib/identity/accounts/ensure-account";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { jwtSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";
import type { Invitation } from "@/prisma/generated/client";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/identity/accounts/ensure-account")),
  ...(await import("@/lib/platform/caller/signed-token")),
  ...(await import("@/lib/platform/caller/viewer")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/tenant-scope")),
  ...(await import("@/lib/identity/invitations/accept-invitations")),
  ...(await import("@/lib/boards/invitations/invitation-link")),
  ...(await import("@/lib/boards/invitations/invite")),
  ...(await import("@/lib/boards/invitations/preview-invitation")),
  ...(await import("@/lib/boards/members/people-to-add")),
  ...(await import("@/lib/boards/members/add-member")),
  ...(await import("@/lib/boards/members/change-member-role")),
  ...(await import("@/lib/boards/members/remove-member")),
  ...(await import("@/lib/boards/members/transfer-board")),
  ...(await import("@/lib/identity/users/change-users")),
  ...(await import("@/lib/identity/users/ensure-user")),
});
let boards: Awaited<ReturnType<typeof load>>;
let owner: Viewer;
let admin: Viewer;
let member: Viewer;
let boardAdmin: Viewer;
let boardId: string;

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_MULTI_TENANT_MODE: "1" });
  boards = await load();
});
afterAll(() => installation.close());

beforeEach(async () => {
  await boards.db().invitation.deleteMany();
  owner = await installation.viewer("owner");
  admin = await installation.viewer("admin");
  member = await installation.viewer("member");
  boardAdmin = await installation.viewer("board-admin");
  await boards.setDisabled(owner, admin.userId, false);
  admin = boards.sessionViewer(await boards.setTenantRole(owner, admin.userId, "admin"));
  member = boards.sessionViewer(await boards.setTenantRole(owner, member.userId, "member"));
  boardId = (await boards.createBoard(owner, { title: "Shared" })).id;
  await boards.addMember(owner, { boardId, userId: boardAdmin.userId, role: "admin" });
});

let people = 0;
const somebody = () => {
  const name = `somebody-${++people}`;
  return { authProvider: "jwt", authSubject: name, email: `${name}@example.org`, isEmailVerified: true };
};
/** Accepts as whoever an authentication provider says that they are. */
const acceptAs = async (invitation: Invitation, identity: Identity) => boards.accept(invitation, await boards.ensureAccount(identity), {});
const as = (viewer: Viewer) => ({ viewer, accountId: null });
const tokenOf = ({ id }: { id: string }) => boards.tokenFor("invitation", id);
const reload = async ({ userId }: Viewer) => boards.sessionViewer(await boards.db().user.findUniqueOrThrow({ where: { id: userId } }));

describe("an invitation", () => {
  it("is for its address alone: whoever else has its link gets nothing, and becomes nobody", async () => {
    const invitation = await boards.inviteToTenant(owner, { email: "Fay@example.com", role: "admin" });
    await expect(boards.acceptInvitation(as(member), tokenOf(invitation))).rejects.toMatchObject({ reason: "invitation.other_address" });
    expect((await reload(member)).tenantRole).toBe("member");
    const before = await boards.db().user.count();
    await expect(acceptAs(invitation, somebody())).rejects.toMatchObject({ reason: "invitation.other_address" });
    await expect(acceptAs(invitation, { authProvider: "jwt", authSubject: "no-address" })).rejects.toMatchObject({
      reason: "invitation.other_address",
    });
    expect(await boards.db().user.count()).toBe(before);
    const fay = await acceptAs(invitation, { authProvider: "jwt", authSubject: "fay", email: "FAY@example.com" });
    expect(fay).toMatchObject({ tenantRole: "admin", tenantId: owner.tenantId });
  });

  it("is not for an address that only looks like its own", async () => {
    const invitation = await boards.inviteToTenant(owner, { email: "kim@example.com", role: "member" });
    // A Kelvin sign, which turns into a k in lower case.
    const alike = { authProvider: "jwt", authSubject: "alike", email: "\u212aim@example.com", isEmailVerified: true };
    await expect(acceptAs(invitation, alike)).rejects.toMatchObject({ reason: "invitation.other_address" });
    await boards.acceptInvitationsOf(alike);
    expect(await boards.db().user.count({ where: { account: { authSubject: "alike" } } })).toBe(0);
  });

  it("is accepted by whoever is signed in and in no tenant yet", async () => {
    const identity = somebody();
    const { id } = await boards.ensureAccount(identity);
    const invitation = await boards.inviteToTenant(owner, { email: identity.email, role: "member" });
    await boards.acceptInvitation({ viewer: null, accountId: id }, tokenOf(invitation));
    expect(await boards.db().user.findMany({ where: { accountId: id } })).toMatchObject([{ tenantId: owner.tenantId, tenantRole: "member" }]);
    await expect(boards.acceptInvitation({ viewer: null, accountId: null }, tokenOf(invitation))).rejects.toMatchObject({ reason: "auth.required" });
  });

  it("names its address in its link", async () => {
    const { searchParams } = new URL(boards.invitationLink({ id: crypto.randomUUID(), email: "a+b@example.com" }), "http://boards.test");
    expect(searchParams.get("email")).toBe("a+b@example.com");
  });

  it("is one for each address and place, however many ask at the same moment; the newest counts", async () => {
    for (const ask of [
      () => boards.inviteToTenant(owner, { email: "gil@example.com", role: "member" }),
      async () => (await boards.inviteToBoard(owner, { boardId, email: "gil@example.com", role: "viewer" })).invitation,
    ]) {
      const all = await Promise.all(Array.from({ length: 8 }, ask));
      const [kept, ...more] = await boards.db().invitation.findMany({ where: { id: { in: all.map((each) => each?.id ?? "") } } });
      expect([kept?.email, more]).toEqual(["gil@example.com", []]);
      expect((await ask())?.id).not.toBe(kept?.id);
      await expect(boards.findInvitation(tokenOf({ id: kept?.id ?? "" }))).rejects.toMatchObject({ reason: "invitation.not_found" });
    }
    const data = { tenantId: owner.tenantId, email: "hal@example.com", role: "member", expiresAt: new Date() };
    await boards.db().invitation.create({ data });
    await expect(boards.db().invitation.create({ data })).rejects.toMatchObject({ code: "P2002" });
  });

  it("is accepted as often as its own account asks, also after signing in has done it, and by nobody else then", async () => {
    const [clicking, signingIn] = [somebody(), somebody()];
    for (const identity of [clicking, signingIn]) {
      const invitation = await boards.inviteToTenant(owner, { email: identity.email, role: "member" });
      const { id: accountId } = await boards.ensureAccount(identity);
      if (identity === signingIn) await boards.acceptInvitationsOf(identity);
      const ask = () => boards.acceptInvitation({ viewer: null, accountId }, tokenOf(invitation));
      expect(await Promise.all(Array.from({ length: 8 }, ask))).toEqual(Array(8).fill(null));
      expect(await boards.db().user.count({ where: { accountId } })).toBe(1);
      await expect(boards.acceptInvitation(as(member), tokenOf(invitation))).rejects.toMatchObject({ reason: "invitation.not_found" });
      const user = await boards.db().user.findFirstOrThrow({ where: { accountId } });
      await boards.setDisabled(owner, user.id, true);
      await expect(ask()).rejects.toMatchObject({ reason: "invitation.not_found" });
    }
  });

  it("lets one in of eight who accept it at the same moment", async () => {
    const { email } = somebody();
    const invitation = await boards.inviteToTenant(owner, { email, role: "member" });
    const racers = Array.from({ length: 8 }, (_, each) => ({ authProvider: "jwt", authSubject: `racer-${each}`, email, isEmailVerified: true }));
    const all = await Promise.allSettled(racers.map((racer) => acceptAs(invitation, racer)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await boards.db().user.count({ where: { account: { email } } })).toBe(1);
  });

  it.each<[string, () => Promise<{ id: string } | null>, () => Promise<unknown>]>([
    [
      "a demoted admin's",
      () => boards.inviteToTenant(admin, { email: "x@example.net", role: "member" }),
      () => boards.setTenantRole(owner, admin.userId, "member"),
    ],
    [
      "a disabled admin's",
      () => boards.inviteToTenant(admin, { email: "x@example.net", role: "member" }),
      () => boards.setDisabled(owner, admin.userId, true),
    ],
    [
      "a removed board admin's",
      async () => (await boards.inviteToBoard(boardAdmin, { boardId, email: "x@example.net", role: "editor" })).invitation,
      () => boards.removeMember(owner, boardId, boardAdmin.userId),
    ],
    [
      "a demoted board admin's",
      async () => (await boards.inviteToBoard(boardAdmin, { boardId, email: "x@example.net", role: "admin" })).invitation,
      () => boards.changeMemberRole(owner, boardId, boardAdmin.userId, "editor"),
    ],
    [
      "a deleted user's",
      () => boards.inviteToTenant(admin, { email: "x@example.net", role: "member" }),
      () => boards.db().user.delete({ where: { id: admin.userId } }),
    ],
    [
      "one to administer that an admin sent, before only owners could,",
      () =>
        boards.db().invitation.create({
          data: {
            tenantId: admin.tenantId,
            email: "x@example.net",
            role: "admin",
            invitedBy: admin.userId,
            expiresAt: new Date(Date.now() + 60_000),
          },
        }),
      async () => undefined,
    ],
  ])("is void: %s", async (_whose, invite, lose) => {
    const made = await invite();
    const invitation = await boards.db().invitation.findUniqueOrThrow({ where: { id: made?.id ?? "" } });
    await lose();
    const identity = { ...somebody(), email: "x@example.net" };
    await expect(acceptAs(invitation, identity)).rejects.toMatchObject({ reason: "invitation.not_found" });
    // Nor does it keep anybody from signing in.
    await boards.acceptInvitationsOf(identity);
    expect(await boards.db().user.count({ where: { account: { email: "x@example.net" } } })).toBe(0);
  });
});

describe("who makes admins", () => {
  const asKey = (viewer: Viewer): Viewer => ({ ...viewer, via: "api-key", scopes: ["read", "generate", "write"] });
  /** Every way to make an admin, by who tries it. */
  const ways: Record<string, (viewer: Viewer) => Promise<unknown>> = {
    "setTenantRole in the tenant": (viewer) => boards.setTenantRole(viewer, member.userId, "admin"),
    "inviteToTenant in the tenant": (viewer) => boards.inviteToTenant(viewer, { email: somebody().email, role: "admin" }),
    "addMember on a board": (viewer) => boards.addMember(viewer, { boardId, userId: member.userId, role: "admin" }),
    "inviteToBoard on a board": (viewer) => boards.inviteToBoard(viewer, { boardId, email: somebody().email, role: "admin" }),
    "changeMemberRole on a board": (viewer) => boards.changeMemberRole(viewer, boardId, boardAdmin.userId, "admin"),
  };

  it.each(Object.entries(ways))("%s", async (name, open) => {
    const isTenant = name.endsWith("tenant");
    const reasonOf = async (viewer: Viewer) =>
      open(viewer).then(
        () => "ok",
        (error) => error.reason,
      );
    const refused = isTenant ? "auth.admin_required" : "board.not_found";
    expect(await reasonOf(member)).toBe(refused);
    expect(await reasonOf(admin)).toBe(refused);
    expect(await reasonOf(isTenant ? boardAdmin : asKey(boardAdmin))).toBe(isTenant ? "auth.admin_required" : "auth.scope_missing");
    expect(await reasonOf(asKey(owner))).toBe("auth.scope_missing");
    expect(await reasonOf(isTenant ? owner : boardAdmin)).toBe("ok");
  });

  it("transferBoard on a board: its owner, and no key without the scope", async () => {
    await expect(boards.transferBoard(boardAdmin, boardId, boardAdmin.userId)).rejects.toMatchObject({ reason: "board.forbidden" });
    await expect(boards.transferBoard(asKey(owner), boardId, boardAdmin.userId)).rejects.toMatchObject({ reason: "auth.scope_missing" });
    expect(await boards.transferBoard(owner, boardId, boardAdmin.userId)).toMatchObject({ ownerId: boardAdmin.userId });
  });

  it("acceptInvitation by a key that may not", async () => {
    await boards.db().account.update({ where: { id: member.accountId }, data: { email: "ida@example.com" } });
    const invitation = await boards.inviteToTenant(owner, { email: "ida@example.com", role: "admin" });
    await expect(boards.acceptInvitation(as(asKey(member)), tokenOf(invitation))).rejects.toMatchObject({ reason: "auth.scope_missing" });
    await boards.acceptInvitation(as(member), tokenOf(invitation));
    expect((await reload(member)).tenantRole).toBe("admin");
  });
});

describe("the preview of an invitation", () => {
  const invite = async () => {
    const { invitation } = await boards.inviteToBoard(boardAdmin, { boardId, email: somebody().email, role: "editor" });
    return invitation as Invitation;
  };

  it("tells whoever has the link what it is to, from whom and as what", async () => {
    const invitation = await invite();
    expect(await boards.previewInvitation(tokenOf(invitation))).toMatchObject({
      ...{ state: "open", email: invitation.email, role: "editor", boardId, boardTitle: "Shared", inviterName: "board-admin" },
    });
    expect(await boards.previewInvitation("guessed")).toBeNull();
  });

  it("tells no names once it is accepted or too old, and nothing when it was taken back or its sender may not invite any more", async () => {
    const invitation = await invite();
    const change = (data: object) => boards.db().invitation.update({ where: { id: invitation.id }, data });
    const nameless = { boardTitle: null, workspaceName: null, inviterName: null };
    await change({ acceptedAt: new Date() });
    expect(await boards.previewInvitation(tokenOf(invitation))).toMatchObject({ state: "accepted", ...nameless });
    await change({ acceptedAt: null, expiresAt: new Date(Date.now() - 1000) });
    expect(await boards.previewInvitation(tokenOf(invitation))).toMatchObject({ state: "expired", ...nameless });
    const other = await invite();
    await boards.changeMemberRole(owner, boardId, boardAdmin.userId, "editor");
    expect(await boards.previewInvitation(tokenOf(other))).toBeNull();
    await boards.revokeInvitation(owner, other.id);
    expect(await boards.previewInvitation(tokenOf(other))).toBeNull();
  });

  it("is turned down by the account of its address, and by nobody else", async () => {
    const identity = somebody();
    const { invitation } = await boards.inviteToBoard(owner, { boardId, email: identity.email, role: "viewer" });
    const token = tokenOf(invitation as Invitation);
    await expect(boards.declineInvitation(as(member), token)).rejects.toMatchObject({ reason: "invitation.other_address" });
    const account = await boards.ensureAccount(identity);
    expect(await boards.declineInvitation({ viewer: null, accountId: account.id }, token)).toBe(true);
    await expect(boards.acceptInvitation({ viewer: null, accountId: account.id }, token)).rejects.toMatchObject({ reason: "invitation.not_found" });
  });
});

describe("people to add to a board", () => {
  const names = async (viewer: Viewer, query: string) => (await boards.peopleToAdd(viewer, { boardId, query })).map(({ displayName }) => displayName);

  it("are those of the tenant who are not on it, by a part of their name, for whoever manages its members", async () => {
    await installation.viewer("percy 100% board-wide");
    expect(await names(boardAdmin, "MEM")).toEqual(["member"]);
    expect(await names(owner, "board-")).toEqual(["percy 100% board-wide"]);
    expect(await names(owner, "%")).toEqual(["percy 100% board-wide"]);
    expect(await names(owner, "owner")).toEqual([]);
    await boards.setDisabled(owner, member.userId, true);
    expect(await names(owner, "member")).toEqual([]);
    await boards.setDisabled(owner, member.userId, false);
    await expect(names(member, "a")).rejects.toMatchObject({ reason: "board.not_found" });
    await expect(names(owner, "x".repeat(256))).rejects.toMatchObject({ reason: "input.invalid", field: "query" });
  });

  it("are found by their address by admins of the tenant only", async () => {
    const { accountId } = await boards.db().user.findUniqueOrThrow({ where: { id: member.userId } });
    await boards.asInstallation(() => boards.db().account.update({ where: { id: accountId }, data: { email: "quite.other@example.org" } }));
    expect(await names(owner, "quite.other@")).toEqual(["member"]);
    expect(await names(boardAdmin, "quite.other@")).toEqual([]);
  });
});
