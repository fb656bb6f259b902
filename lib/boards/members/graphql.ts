import { BoardRef } from "@/lib/boards/graphql";
import { addMember } from "@/lib/boards/members/add-member";
import { changeMemberRole } from "@/lib/boards/members/change-member-role";
import { maximumPeopleToAdd, peopleToAdd } from "@/lib/boards/members/people-to-add";
import { leaveBoard, removeMember } from "@/lib/boards/members/remove-member";
import { transferBoard } from "@/lib/boards/members/transfer-board";
import { UserRef } from "@/lib/identity/users/graphql";
import { requireViewer } from "@/lib/platform/caller/viewer";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { BoardRole } from "@/lib/platform/graphql/enums";

const AddBoardMemberInput = builder.inputType("AddBoardMemberInput", {
  fields: (t) => ({
    boardId: t.field({ type: "UUID", required: true }),
    userId: t.field({ type: "UUID", required: true }),
    role: t.field({ type: BoardRole, required: true, defaultValue: "viewer" }),
  }),
});

builder.queryField("peopleToAdd", (t) =>
  t.field({
    type: [UserRef],
    description:
      "People of the tenant who aren't on the board and whose name contains the text, ignoring case, by name. Tenant admins can search by email address, too. Only for people who can share the board.",
    extensions: atMost(maximumPeopleToAdd),
    args: { boardId: t.arg({ type: "UUID", required: true }), query: t.arg.string({ required: true }) },
    resolve: (_root, args, { viewer }) => peopleToAdd(requireViewer(viewer), args),
  }),
);

builder.mutationFields((t) => ({
  addBoardMember: t.field({
    type: BoardRef,
    args: { input: t.arg({ type: AddBoardMemberInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => addMember(requireViewer(viewer, "write", "addBoardMember"), input),
  }),
  removeBoardMember: t.field({
    type: BoardRef,
    args: { boardId: t.arg({ type: "UUID", required: true }), userId: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { boardId, userId }, { viewer }) => removeMember(requireViewer(viewer, "write", "removeBoardMember"), boardId, userId),
  }),
  updateBoardMemberRole: t.field({
    type: BoardRef,
    args: {
      boardId: t.arg({ type: "UUID", required: true }),
      userId: t.arg({ type: "UUID", required: true }),
      role: t.arg({ type: BoardRole, required: true }),
    },
    resolve: (_root, { boardId, userId, role }, { viewer }) =>
      changeMemberRole(requireViewer(viewer, "write", "updateBoardMemberRole"), boardId, userId, role),
  }),
  leaveBoard: t.boolean({
    description: "Removes the viewer from a board owned by someone else.",
    args: { boardId: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { boardId }, { viewer }) => leaveBoard(requireViewer(viewer), boardId),
  }),
  transferBoard: t.field({
    type: BoardRef,
    description: "Makes a member the owner. The previous owner becomes an admin.",
    args: { boardId: t.arg({ type: "UUID", required: true }), userId: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { boardId, userId }, { viewer }) => transferBoard(requireViewer(viewer), boardId, userId),
  }),
}));
