import { describe, expect, it } from "vitest";
import { type BoardAction, can } from "@/lib/boards/policy";

const board = {
  tenantId: "tenant",
  ownerId: "owner",
  members: [
    { userId: "admin", role: "admin" },
    { userId: "editor", role: "editor" },
    { userId: "viewer", role: "viewer" },
  ],
};
const actions: BoardAction[] = ["view", "edit", "delete", "generate", "moderate"];

describe("board policy", () => {
  it.each([
    { who: "owner", isPublic: false, may: ["view", "edit", "delete", "generate", "moderate"] },
    { who: "admin", isPublic: false, may: ["view", "edit", "generate"] },
    { who: "editor", isPublic: false, may: ["view", "generate"] },
    { who: "viewer", isPublic: false, may: ["view"] },
    { who: "stranger", isPublic: false, may: [] },
    { who: "stranger", isPublic: true, may: ["view"] },
  ])("$who on a board that is public: $isPublic", ({ who, isPublic, may }) => {
    const viewer = { userId: who, tenantId: "tenant" };
    expect(actions.filter((action) => can(viewer, action, { ...board, isPublic }))).toEqual(may);
  });

  it("gives nobody but the public's rights to somebody of another tenant or to nobody", () => {
    const elsewhere = { userId: "owner", tenantId: "other" };
    expect(actions.filter((action) => can(elsewhere, action, { ...board, isPublic: false }))).toEqual([]);
    expect(actions.filter((action) => can(null, action, { ...board, isPublic: true }))).toEqual(["view"]);
  });
});
