// @vitest-environment happy-dom
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { describeError, type SharedWith, useBoard, usePeople, usePeopleToAdd, useRevokeInvitation, useSharedBoard, useSharing } from "./index.ts";
import { failureOf, openClient } from "./testing/open-client.tsx";

let client: Awaited<ReturnType<typeof openClient>>;
let boardId: string;
let friend: Viewer;
beforeAll(async () => {
  client = await openClient();
  friend = await client.ledger.installation.viewer("friend");
});
afterAll(() => client.close());
beforeEach(async () => {
  const { createBoard } = await import("@/lib/boards/create-board");
  boardId = (await createBoard(client.owner, { title: "Hills" })).id;
});

const show = (viewer = client.owner) =>
  client.show(() => ({ ...useSharing(boardId), found: usePeopleToAdd(boardId, "frie").people, revoke: useRevokeInvitation() }), { viewer });

describe("sharing a board", () => {
  it("finds people, puts them on it, changes what they are, hands it on, and takes them off", async () => {
    const hook = show();
    await hook.until(({ found }) => expect(found).toMatchObject([{ id: friend.userId, displayName: "friend" }]));
    await hook.until(({ sharing }) => expect(sharing).toMatchObject({ members: [], owner: { id: client.owner.userId } }));
    await hook.now.addMember(friend.userId, "VIEWER");
    await hook.until(({ sharing }) => expect(sharing?.members).toMatchObject([{ role: "VIEWER", user: { id: friend.userId } }]));
    await hook.until(({ found }) => expect(found).toEqual([]));
    await hook.now.changeRole(friend.userId, "EDITOR");
    await hook.until(({ sharing }) => expect(sharing?.members).toMatchObject([{ role: "EDITOR" }]));

    const theirs = show(friend);
    await theirs.until(({ sharing }) => expect(sharing).toMatchObject({ permissions: { canShare: false }, invitations: [], shareLinks: [] }));
    expect(describeError(await failureOf(theirs.now.removeMember(client.owner.userId))).code).toMatch(/^\w+\.\w+$/);

    await hook.now.transfer(friend.userId);
    await hook.until(({ sharing }) => expect(sharing).toMatchObject({ owner: { id: friend.userId }, members: [{ role: "ADMIN" }] }));
    await hook.now.leave();
    expect(describeError(await failureOf(hook.now.changeRole(friend.userId, "VIEWER"))).code).toBe("board.not_found");
  });

  it("tells admins alone who is disabled", async () => {
    const { db } = await import("@/lib/platform/db/client");
    const colleague = await client.ledger.installation.viewer("colleague");
    const members = [friend, colleague].map(({ userId }) => ({ boardId, userId, role: "editor" as const }));
    await db().boardMember.createMany({ data: members });
    const people = client.show(usePeople);
    await people.now.setDisabled(friend.userId, true);
    const disabledOf = (sharing: SharedWith | null | undefined) => sharing?.members.map(({ user }) => Boolean(user.disabledAt)).sort();
    await show().until(({ sharing }) => expect(disabledOf(sharing)).toEqual([false, true]));
    await show(colleague).until(({ sharing }) => expect(disabledOf(sharing)).toEqual([false, false]));
    await people.now.setDisabled(friend.userId, false);
  });

  it("invites by address, and takes the invitation back", async () => {
    const hook = show();
    const invited = await hook.now.invite("someone@example.com", "EDITOR");
    expect(invited?.link).toMatch(/\/sign-up\?invitation=/);
    await hook.until(({ sharing }) => expect(sharing?.invitations).toMatchObject([{ email: "someone@example.com", role: "editor" }]));
    expect(describeError(await failureOf(hook.now.invite("no address", "EDITOR")))).toMatchObject({ field: "email" });
    await hook.now.revoke(hook.now.sharing?.invitations[0]?.id ?? "");
    await hook.until(({ sharing }) => expect(sharing?.invitations).toEqual([]));
  });

  it("lets people on the board export it, even those who may only look, and strangers look at most", async () => {
    await (await import("@/lib/boards/update-board")).updateBoard(client.owner, boardId, { isPublic: true });
    const hook = show();
    await hook.until(({ sharing }) => expect(sharing).toBeDefined());
    for (const [viewer, canExport] of [
      [client.owner, true],
      [friend, false],
      [null, false],
    ] as const)
      await client
        .show(() => useBoard(boardId), { viewer })
        .until(({ board }) => expect(board).toMatchObject({ permissions: { canExport, canGenerate: canExport } }));
    await hook.now.addMember(friend.userId, "VIEWER");
    await client
      .show(() => useBoard(boardId), { viewer: friend })
      .until(({ board }) => expect(board).toMatchObject({ permissions: { canExport: true, canGenerate: false } }));
  });

  it("makes links that open the board for strangers until they are revoked", async () => {
    const hook = show();
    const past = new Date(Date.now() - 1000).toISOString();
    expect(describeError(await failureOf(hook.now.createLink({ showsRecipe: false, expiresAt: past })))).toMatchObject({ field: "expiresAt" });
    const token = (await hook.now.createLink({ showsRecipe: false, expiresAt: null })) ?? "";
    await hook.until(({ sharing }) => expect(sharing?.shareLinks).toMatchObject([{ token, showsRecipe: false }]));
    const stranger = client.show(() => useSharedBoard(token), { viewer: null });
    await stranger.until(({ board }) => expect(board).toMatchObject({ title: "Hills" }));
    await hook.now.revokeLink(hook.now.sharing?.shareLinks[0]?.id ?? "");
    await hook.until(({ sharing }) => expect(sharing?.shareLinks).toEqual([]));
    const late = client.show(() => useSharedBoard(token), { viewer: null });
    await late.until(({ board }) => expect(board).toBeNull());
  });
});
