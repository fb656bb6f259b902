import { describe, expect, it } from "vitest";
import { type BoardAction, can } from "@/lib/identity/access/board-policy";
import { scopes, type Viewer } from "@/lib/platform/caller/viewer";

const viewerNamed = (userId: string, tenantId: string): Viewer => ({
  accountId: userId,
  userId,
  tenantId,
  tenantRole: "member",
  scopes,
  via: "session",
});
const board = {
  tenantId: "tenant",
  ownerId: "owner",
  members: [
    { userId: "admin", role: "admin" },
    { userId: "editor", role: "editor" },
    { userId: "viewer", role: "viewer" },
  ],
};
const actions: BoardAction[] = ["view", "edit", "delete", "generate", "moderate", "share", "transfer"];

describe("board policy", () => {
  it.each([
    { who: "owner", isPublic: false, may: ["view", "edit", "delete", "generate", "moderate", "share", "transfer"] },
    { who: "admin", isPublic: false, may: ["view", "edit", "generate", "share"] },
    { who: "editor", isPublic: false, may: ["view", "generate"] },
    { who: "viewer", isPublic: false, may: ["view"] },
    { who: "stranger", isPublic: false, may: [] },
    { who: "stranger", isPublic: true, may: ["view"] },
  ])("$who on a board that is public: $isPublic", ({ who, isPublic, may }) => {
    const viewer = viewerNamed(who, "tenant");
    expect(actions.filter((action) => can(viewer, action, { ...board, isPublic }))).toEqual(may);
  });

  it("gives nobody but the public's rights to somebody of another tenant or to nobody", () => {
    const elsewhere = viewerNamed("owner", "other");
    expect(actions.filter((action) => can(elsewhere, action, { ...board, isPublic: false }))).toEqual([]);
    expect(actions.filter((action) => can(null, action, { ...board, isPublic: true }))).toEqual(["view"]);
  });
});
