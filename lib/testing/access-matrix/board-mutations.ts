import {
  admin,
  admins,
  among,
  boardAdmins,
  editors,
  inOrder,
  isFamiliar,
  isKey,
  onBoard,
  onTheBoard,
  owners,
  sameTenant,
  signedIn,
  visible,
} from "@/lib/testing/access-rules";
import { board, type Row } from "./row";

const moderators = among(owners);

/** Who may do what with boards, their people and what is on them: a row for every mutation. */
export const boardMutations: Record<string, Row> = {
  createBoard: { query: 'mutation { createBoard(input: { title: "New" }) { id } }', expected: signedIn() },
  updateBoard: {
    query: 'mutation ($id: UUID!) { updateBoard(input: { id: $id, title: "Other" }) { id } }',
    variables: board,
    expected: onBoard(boardAdmins),
  },
  archiveBoard: { query: "mutation ($id: UUID!) { archiveBoard(id: $id) { id } }", variables: board, expected: onBoard(boardAdmins) },
  unarchiveBoard: { query: "mutation ($id: UUID!) { unarchiveBoard(id: $id) { id } }", variables: board, expected: onBoard(boardAdmins) },
  setBoardCover: { query: "mutation ($id: UUID!) { setBoardCover(boardId: $id) { id } }", variables: board, expected: onBoard(boardAdmins) },
  saveBoardView: {
    query: 'mutation ($id: UUID!) { saveBoardView(boardId: $id, name: "Mine", filter: "starred=yes") { id } }',
    variables: board,
    expected: onBoard(editors),
  },
  deleteBoardView: {
    query: 'mutation ($id: UUID!) { deleteBoardView(boardId: $id, name: "Ours") { id } }',
    variables: board,
    expected: onBoard(editors),
  },
  deleteBoard: { query: "mutation ($id: UUID!) { deleteBoard(id: $id) }", variables: board, expected: onBoard(owners) },
  trashBoard: { query: "mutation ($id: UUID!) { trashBoard(id: $id) }", variables: board, expected: onBoard(owners) },
  emptyTrash: { query: "mutation { emptyTrash { id } }", expected: signedIn() },
  changeGenerations: {
    query: "mutation ($id: UUID!) { changeGenerations(search: { boardId: $id }, change: { isStarred: true }) { id } }",
    variables: board,
    expected: inOrder(signedIn(), visible),
  },
  "changeGenerations (copy)": {
    query: "mutation ($id: UUID!) { changeGenerations(search: {}, change: { copyToBoardId: $id }) { id } }",
    variables: board,
    expected: onBoard(editors),
  },
  "changeGenerations (trash)": {
    query: "mutation ($id: UUID!) { changeGenerations(search: { boardId: $id }, change: { isTrashed: true }) { id } }",
    variables: board,
    expected: onBoard(editors),
  },
  exportGenerations: {
    query: "mutation ($id: UUID!) { exportGenerations(search: { boardId: $id }) { id } }",
    variables: board,
    // Strangers see a public board, and are not told how things on it were made.
    expected: inOrder(signedIn("read"), visible, (actor, kind) => (isFamiliar(actor, kind) ? "ok" : "FORBIDDEN")),
  },
  cancelBulkJob: {
    query: "mutation ($id: UUID!) { cancelBulkJob(id: $id) { state } }",
    variables: ({ bulkJobId }) => ({ id: bulkJobId }),
    // It has failed already.
    expected: inOrder(signedIn(), among(owners, "NOT_FOUND"), () => "CONFLICT"),
    needsJob: true,
  },
  deleteExport: {
    query: "mutation ($id: UUID!) { deleteExport(id: $id) }",
    variables: ({ bulkJobId }) => ({ id: bulkJobId }),
    expected: inOrder(signedIn(), among(owners, "NOT_FOUND")),
    needsJob: true,
  },
  resumeBulkJob: {
    query: "mutation ($id: UUID!) { resumeBulkJob(id: $id) { state } }",
    variables: ({ bulkJobId }) => ({ id: bulkJobId }),
    expected: inOrder(signedIn(), among(owners, "NOT_FOUND")),
    needsJob: true,
  },
  undoBulkJob: {
    query: "mutation ($id: UUID!) { undoBulkJob(id: $id) { state } }",
    variables: ({ bulkJobId }) => ({ id: bulkJobId }),
    // It has changed nothing.
    expected: inOrder(signedIn(), among(owners, "NOT_FOUND"), () => "CONFLICT"),
    needsJob: true,
  },
  restoreBoard: {
    query: "mutation ($id: UUID!) { restoreBoard(id: $id) { id } }",
    variables: board,
    expected: inOrder(signedIn(), among(owners, "NOT_FOUND")),
    isTrashed: true,
  },
  duplicateBoard: {
    query: "mutation ($id: UUID!) { duplicateBoard(id: $id) { id isPublic } }",
    variables: board,
    expected: inOrder(signedIn(), visible),
  },
  addBoardMember: {
    query: "mutation ($id: UUID!, $userId: UUID!) { addBoardMember(input: { boardId: $id, userId: $userId }) { id } }",
    variables: (fixture) => ({ ...board(fixture), userId: fixture.idOf("newcomer") }),
    expected: onBoard(boardAdmins),
  },
  removeBoardMember: {
    query: "mutation ($id: UUID!, $userId: UUID!) { removeBoardMember(boardId: $id, userId: $userId) { id } }",
    variables: (fixture) => ({ ...board(fixture), userId: fixture.idOf("viewer") }),
    expected: onBoard(["viewer", ...boardAdmins]),
  },
  updateBoardMemberRole: {
    query: "mutation ($id: UUID!, $userId: UUID!) { updateBoardMemberRole(boardId: $id, userId: $userId, role: EDITOR) { id } }",
    variables: (fixture) => ({ ...board(fixture), userId: fixture.idOf("viewer") }),
    expected: onBoard(boardAdmins),
  },
  "updateBoardMemberRole (to admin)": {
    query: "mutation ($id: UUID!, $userId: UUID!) { updateBoardMemberRole(boardId: $id, userId: $userId, role: ADMIN) { id } }",
    variables: (fixture) => ({ ...board(fixture), userId: fixture.idOf("viewer") }),
    expected: inOrder(onBoard(boardAdmins), (actor) => (isKey(actor) ? "FORBIDDEN" : "ok")),
  },
  "addBoardMember (as admin)": {
    query: "mutation ($id: UUID!, $userId: UUID!) { addBoardMember(input: { boardId: $id, userId: $userId, role: ADMIN }) { id } }",
    variables: (fixture) => ({ ...board(fixture), userId: fixture.idOf("bystander") }),
    expected: inOrder(onBoard(boardAdmins), (actor) => (isKey(actor) ? "FORBIDDEN" : "ok")),
  },
  "inviteBoardMember (as admin)": {
    query: 'mutation ($id: UUID!) { inviteBoardMember(input: { boardId: $id, email: "someone@example.com", role: ADMIN }) { invitation { id } } }',
    variables: board,
    expected: inOrder(onBoard(boardAdmins), (actor) => (isKey(actor) ? "FORBIDDEN" : "ok")),
  },
  "inviteToTenant (as admin)": {
    query: 'mutation { inviteToTenant(email: "admin@example.org", role: ADMIN) { id } }',
    expected: inOrder(admin, among(["tenantOwner", "otherTenant"])),
  },
  "setTenantRole (to admin)": {
    query: "mutation ($userId: UUID!) { setTenantRole(userId: $userId, role: ADMIN) { id } }",
    variables: ({ idOf }) => ({ userId: idOf("otherAdmin") }),
    expected: inOrder(admin, sameTenant, among(["tenantOwner"])),
  },
  leaveBoard: {
    query: "mutation ($id: UUID!) { leaveBoard(boardId: $id) }",
    variables: board,
    expected: inOrder(signedIn(), visible, (actor) => (owners.includes(actor) ? "CONFLICT" : onTheBoard.includes(actor) ? "ok" : "NOT_FOUND")),
  },
  transferBoard: {
    query: "mutation ($id: UUID!, $userId: UUID!) { transferBoard(boardId: $id, userId: $userId) { ownerId } }",
    variables: (fixture) => ({ ...board(fixture), userId: fixture.idOf("editor") }),
    // Who was the owner stays as an admin, and no key without that scope makes one.
    expected: inOrder(onBoard(owners), (actor) => (isKey(actor) ? "FORBIDDEN" : "ok")),
  },
  inviteBoardMember: {
    query: 'mutation ($id: UUID!) { inviteBoardMember(input: { boardId: $id, email: "someone@example.com" }) { invitation { link } } }',
    variables: board,
    expected: onBoard(boardAdmins),
  },
  revokeInvitation: {
    query: "mutation ($id: UUID!) { revokeInvitation(id: $id) }",
    variables: ({ invitationId }) => ({ id: invitationId }),
    expected: inOrder(signedIn(), among(boardAdmins, "NOT_FOUND")),
  },
  acceptInvitation: {
    query: "mutation ($token: String!) { acceptInvitation(token: $token) }",
    variables: ({ invitationToken }) => ({ token: invitationToken }),
    // It is for an address that none of them has.
    expected: inOrder(signedIn(), () => "FORBIDDEN"),
  },
  declineInvitation: {
    query: "mutation ($token: String!) { declineInvitation(token: $token) }",
    variables: ({ invitationToken }) => ({ token: invitationToken }),
    expected: inOrder(signedIn(), () => "FORBIDDEN"),
  },
  inviteToTenant: {
    query: 'mutation { inviteToTenant(email: "someone@example.com") { id } }',
    expected: admin,
  },
  createShareLink: {
    query: "mutation ($id: UUID!) { createShareLink(input: { boardId: $id }) { token } }",
    variables: board,
    expected: onBoard(boardAdmins),
  },
  revokeShareLink: {
    query: "mutation ($id: UUID!) { revokeShareLink(id: $id) { revokedAt } }",
    variables: ({ shareLinkId }) => ({ id: shareLinkId }),
    expected: inOrder(signedIn(), (actor, kind) => (kind === "shared" && boardAdmins.includes(actor) ? "ok" : "NOT_FOUND")),
  },
  createGeneration: {
    query:
      'mutation ($id: UUID!) { createGeneration(input: { boardId: $id, generatorName: "sketch", artifactType: IMAGE, inputParams: { prompt: "x" } }) { id } }',
    variables: board,
    expected: onBoard(editors, "generate"),
  },
  regenerate: {
    query: "mutation ($id: UUID!) { regenerate(id: $id) { id } }",
    variables: ({ completed }) => ({ id: completed }),
    expected: onBoard(editors, "generate"),
  },
  retryGeneration: {
    query: "mutation ($id: UUID!) { retryGeneration(id: $id) { id } }",
    variables: ({ failed }) => ({ id: failed }),
    expected: onBoard(editors, "generate"),
  },
  saveVideoFrame: {
    // An image has no frames, which is told only to whoever may upload at all.
    query: "mutation ($id: UUID!) { saveVideoFrame(id: $id, position: FIRST) { id } }",
    variables: ({ completed }) => ({ id: completed }),
    expected: inOrder(onBoard(editors, "generate"), () => "BAD_USER_INPUT"),
  },
  uploadArtifact: {
    // An address inside is refused, but only to whoever may upload at all.
    query: 'mutation ($id: UUID!) { uploadArtifact(input: { boardId: $id, artifactType: IMAGE, fileUrl: "http://127.0.0.1/" }) { id } }',
    variables: board,
    expected: inOrder(onBoard(editors, "generate"), () => "BAD_USER_INPUT"),
  },
  cancelGeneration: {
    query: "mutation ($id: UUID!) { cancelGeneration(id: $id) { status } }",
    variables: ({ pending }) => ({ id: pending }),
    expected: inOrder(signedIn("generate"), visible, moderators),
  },
  deleteGeneration: {
    query: "mutation ($id: UUID!) { deleteGeneration(id: $id) }",
    variables: ({ completed }) => ({ id: completed }),
    expected: inOrder(signedIn(), visible, moderators),
  },
  "deleteGeneration (the editor's own)": {
    query: "mutation ($id: UUID!) { deleteGeneration(id: $id) }",
    variables: ({ ofEditor }) => ({ id: ofEditor }),
    expected: inOrder(signedIn(), visible, among(["editor", ...owners])),
  },
  deleteGenerations: {
    query: "mutation ($ids: [UUID!]!) { deleteGenerations(ids: $ids) }",
    variables: ({ completed, failed }) => ({ ids: [completed, failed] }),
    expected: inOrder(signedIn(), visible, moderators),
  },
  trashGenerations: {
    query: "mutation ($ids: [UUID!]!) { trashGenerations(ids: $ids) }",
    variables: ({ completed, pending }) => ({ ids: [completed, pending] }),
    expected: inOrder(signedIn(), visible, moderators),
  },
  restoreGenerations: {
    query: "mutation ($ids: [UUID!]!) { restoreGenerations(ids: $ids) }",
    variables: ({ trashed }) => ({ ids: [trashed] }),
    expected: inOrder(signedIn(), among(onTheBoard, "NOT_FOUND"), moderators),
  },
  moveGenerations: {
    query: "mutation ($ids: [UUID!]!, $id: UUID!) { moveGenerations(ids: $ids, boardId: $id) { id } }",
    variables: (fixture) => ({ ...board(fixture), ids: [fixture.completed] }),
    expected: inOrder(signedIn(), visible, among(editors), moderators),
  },
  copyGenerations: {
    query: "mutation ($ids: [UUID!]!, $id: UUID!) { copyGenerations(ids: $ids, boardId: $id) { id } }",
    variables: (fixture) => ({ ...board(fixture), ids: [fixture.completed] }),
    expected: inOrder(signedIn(), visible, among(editors)),
  },
  starGenerations: {
    query: "mutation ($ids: [UUID!]!) { starGenerations(ids: $ids) { isStarred } }",
    variables: ({ completed }) => ({ ids: [completed] }),
    expected: inOrder(signedIn(), visible),
  },
  rateGenerations: {
    query: "mutation ($ids: [UUID!]!) { rateGenerations(ids: $ids, rating: 4) { rating } }",
    variables: ({ completed }) => ({ ids: [completed] }),
    expected: inOrder(signedIn(), visible),
  },
  createTag: {
    query: "mutation ($name: String!) { createTag(input: { name: $name }) { id } }",
    variables: ({ boardId }, actor) => ({ name: `${actor} ${boardId}` }),
    expected: signedIn(),
  },
  updateTag: {
    query: 'mutation ($id: UUID!) { updateTag(input: { id: $id, description: "x" }) { id } }',
    variables: ({ tagId }) => ({ id: tagId }),
    expected: inOrder(signedIn(), sameTenant, among([...owners, ...admins])),
  },
  deleteTag: {
    query: "mutation ($id: UUID!) { deleteTag(id: $id) }",
    variables: ({ tagId }) => ({ id: tagId }),
    expected: inOrder(signedIn(), sameTenant, among([...owners, ...admins])),
  },
  addTagToGeneration: {
    query: "mutation ($id: UUID!, $tagId: UUID!) { addTagToGeneration(generationId: $id, tagId: $tagId) { id } }",
    variables: ({ completed, tagId }) => ({ id: completed, tagId }),
    expected: onBoard(editors),
  },
  removeTagFromGeneration: {
    query: "mutation ($id: UUID!, $tagId: UUID!) { removeTagFromGeneration(generationId: $id, tagId: $tagId) }",
    variables: ({ failed, tagId }) => ({ id: failed, tagId }),
    expected: onBoard(editors),
  },
  tagGenerations: {
    query: "mutation ($ids: [UUID!]!, $tagIds: [UUID!]) { tagGenerations(ids: $ids, addTagIds: $tagIds) }",
    variables: ({ completed, tagId }) => ({ ids: [completed], tagIds: [tagId] }),
    expected: onBoard(editors),
  },
};
