import { isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "@/lib/graphql/schema";
import { type Actor, actors, type BoardKind, boardKinds, type Cast, type Fixture } from "@/lib/testing/access-fixture";
import {
  admin,
  admins,
  among,
  boardAdmins,
  editors,
  everybody,
  hasScope,
  inOrder,
  isFamiliar,
  isKey,
  type Outcome,
  onBoard,
  onTheBoard,
  owners,
  person,
  type Rule,
  sameTenant,
  sees,
  show,
  signedIn,
  visible,
} from "@/lib/testing/access-rules";
import { jwtSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

/*
 * Who may do what, through the real doors: every query, mutation and guarded field, by every actor, on every kind of board.
 * An operation without a row fails the first test. REST has a matrix of its own beside this one.
 */

let installation: Awaited<ReturnType<typeof openInstallation>>;
let cast: Cast;
const load = async () => ({ ...(await import("@/lib/testing/access-fixture")), graphql: await import("@/app/api/graphql/route") });
let boards: Awaited<ReturnType<typeof load>>;
let reads: Record<BoardKind, Fixture>;
const tally = { operations: new Set<string>(), checks: 0, denials: 0 };

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_MULTI_TENANT_MODE: "1", COMFYUI_URL: "http://10.0.0.8:8188" });
  boards = await load();
  cast = await boards.makeActors();
  const each = async (kind: BoardKind) => [kind, await boards.makeFixture(cast, kind, { hasFile: true })] as const;
  reads = Object.fromEntries(await Promise.all(boardKinds.map(each))) as Record<BoardKind, Fixture>;
});
afterAll(async () => {
  console.info(`access matrix: ${tally.operations.size} operations, ${tally.checks} checks, ${tally.denials} of them denials`);
  await installation.close();
});

interface Row {
  query: string;
  variables?: (fixture: Fixture, actor: Actor) => Record<string, unknown>;
  /** For reads: whether the answer shows what was asked for. */
  shows?: (data: never, fixture: Fixture, actor: Actor) => boolean;
  expected: Rule;
  isTrashed?: boolean;
  needsKey?: boolean;
}

const userId = (name: string) => cast.people[name]?.id;
const board = (fixture: Fixture) => ({ id: fixture.boardId });
const has = (list: unknown, id: string | undefined) => (list as { id: string }[]).some((each) => each.id === id);
const nodes = (connection: unknown) => (connection as { nodes: { id: string }[] }).nodes;

const queries: Record<string, Row> = {
  me: { query: "{ me { id } }", shows: ({ me }: { me: unknown }) => me !== null, expected: show((actor) => actor !== "anonymous") },
  myAccount: {
    query: "{ myAccount { email memberships { slug role } } }",
    shows: ({ myAccount }: { myAccount: { memberships: { slug: string }[] } | null }, _fixture, actor) =>
      myAccount?.memberships.map(({ slug }) => slug).join() === (actor === "otherTenant" ? "other" : "default"),
    expected: show((actor) => actor !== "anonymous" && !isKey(actor)),
  },
  signInOptions: { query: "{ signInOptions { hasPasswords } }", expected: everybody },
  generators: { query: "{ generators { name } }", shows: ({ generators }: { generators: unknown[] }) => generators.length > 0, expected: everybody },
  estimateCost: { query: '{ estimateCost(generatorName: "sketch", inputParams: { prompt: "x" }) { costUsd } }', expected: signedIn("read") },
  user: {
    query: "query ($id: UUID!) { user(id: $id) { id } }",
    variables: () => ({ id: userId("bystander") }),
    shows: ({ user }: { user: unknown }) => user !== null,
    expected: show((actor) => actor !== "anonymous" && actor !== "otherTenant"),
  },
  "user (who owns a public board)": {
    query: "query ($id: UUID!) { user(id: $id) { displayName } }",
    variables: () => ({ id: userId("owner") }),
    shows: ({ user }: { user: { displayName: string | null } | null }) => user?.displayName === "owner",
    expected: everybody,
  },
  "user (on a public board of somebody else)": {
    query: "query ($id: UUID!) { user(id: $id) { displayName } }",
    variables: () => ({ id: userId("editor") }),
    shows: ({ user }: { user: unknown }) => user !== null,
    expected: show((actor) => actor !== "anonymous" && actor !== "otherTenant"),
  },
  board: {
    query: "query ($id: UUID!) { board(id: $id) { id } }",
    variables: board,
    shows: (data: { board: unknown }) => data.board !== null,
    expected: show(sees),
  },
  generation: {
    query: "query ($id: UUID!) { generation(id: $id) { id } }",
    variables: (fixture) => ({ id: fixture.completed }),
    shows: (data: { generation: unknown }) => data.generation !== null,
    expected: show(sees),
  },
  batch: {
    query: "query ($id: UUID!) { batch(id: $id) { id } }",
    variables: (fixture) => ({ id: fixture.completed }),
    shows: (data: { batch: unknown[] }) => data.batch.length > 0,
    expected: show(sees),
  },
  myBoards: {
    query: "{ myBoards(limit: 200) { id } }",
    shows: (data: { myBoards: unknown }, { boardId }) => has(data.myBoards, boardId),
    expected: show((actor) => onTheBoard.includes(actor)),
  },
  myBoardsConnection: {
    query: "{ myBoardsConnection(first: 200) { totalCount nodes { id } } }",
    shows: (data: { myBoardsConnection: unknown }, { boardId }) => has(nodes(data.myBoardsConnection), boardId),
    expected: show((actor) => onTheBoard.includes(actor)),
  },
  publicBoards: {
    query: "{ publicBoards(limit: 200) { id } }",
    shows: (data: { publicBoards: unknown }, { boardId }) => has(data.publicBoards, boardId),
    expected: show((_actor, kind) => kind === "public"),
  },
  publicBoardsConnection: {
    query: "{ publicBoardsConnection(first: 200) { totalCount nodes { id } } }",
    shows: (data: { publicBoardsConnection: unknown }, { boardId }) => has(nodes(data.publicBoardsConnection), boardId),
    expected: show((_actor, kind) => kind === "public"),
  },
  searchBoards: {
    query: "query ($text: String!) { searchBoards(query: $text) { id } }",
    variables: ({ title }) => ({ text: title }),
    shows: (data: { searchBoards: unknown }, { boardId }) => has(data.searchBoards, boardId),
    expected: show(sees),
  },
  searchBoardsConnection: {
    query: "query ($text: String!) { searchBoardsConnection(query: $text) { totalCount nodes { id } } }",
    variables: ({ title }) => ({ text: title }),
    shows: (data: { searchBoardsConnection: unknown }, { boardId }) => has(nodes(data.searchBoardsConnection), boardId),
    expected: show(sees),
  },
  generations: {
    query: "query ($ids: [UUID!]!) { generations(ids: $ids) { id } }",
    variables: ({ completed, trashed }) => ({ ids: [completed, trashed] }),
    shows: ({ generations }: { generations: { id: string }[] }, { completed }) => generations.length === 1 && has(generations, completed),
    expected: show(sees),
  },
  recentGenerations: {
    query: "query ($id: UUID!) { recentGenerations(boardId: $id) { id } }",
    variables: board,
    shows: (data: { recentGenerations: unknown }, { completed }) => has(data.recentGenerations, completed),
    expected: show((actor, kind) => actor !== "anonymous" && sees(actor, kind)),
  },
  recentGenerationsConnection: {
    query: "query ($id: UUID!) { recentGenerationsConnection(boardId: $id) { totalCount nodes { id } } }",
    variables: board,
    shows: (data: { recentGenerationsConnection: unknown }, { completed }) => has(nodes(data.recentGenerationsConnection), completed),
    expected: show(sees),
  },
  searchGenerations: {
    query: "query ($text: String!) { searchGenerations(input: { query: $text }) { totalCount facets { generators { count } } nodes { id } } }",
    variables: ({ boardId }) => ({ text: boardId }),
    shows: (data: { searchGenerations: unknown }, { completed }) => has(nodes(data.searchGenerations), completed),
    expected: inOrder(
      signedIn("read"),
      show((actor) => onTheBoard.includes(actor)),
    ),
  },
  "searchGenerations (by tag)": {
    query: "query ($id: UUID!, $tag: UUID!) { searchGenerations(input: { boardId: $id, tagIds: [$tag] }) { nodes { id } } }",
    variables: (fixture) => ({ ...board(fixture), tag: fixture.tagId }),
    shows: (data: { searchGenerations: unknown }, { failed }) => has(nodes(data.searchGenerations), failed),
    expected: inOrder(signedIn("read"), show(isFamiliar)),
  },
  sharedBoard: {
    query: "query ($token: String!) { sharedBoard(token: $token) { title generations { id inputParams generatorName } } }",
    variables: ({ shareToken }) => ({ token: shareToken }),
    shows: (data: { sharedBoard: { generations: { inputParams: unknown }[] } | null }) =>
      data.sharedBoard?.generations.every(({ inputParams }) => inputParams === null) ?? false,
    expected: show((_actor, kind) => kind === "shared"),
  },
  tags: {
    query: "{ tags(limit: 200) { id } }",
    shows: (data: { tags: unknown }, { tagId }) => has(data.tags, tagId),
    expected: show((actor) => actor !== "anonymous" && actor !== "otherTenant"),
  },
  tagsConnection: {
    query: "{ tagsConnection(first: 200) { totalCount nodes { id } } }",
    shows: (data: { tagsConnection: unknown }, { tagId }) => has(nodes(data.tagsConnection), tagId),
    expected: show((actor) => actor !== "anonymous" && actor !== "otherTenant"),
  },
  tag: {
    query: "query ($id: UUID!) { tag(id: $id) { id } }",
    variables: ({ tagId }) => ({ id: tagId }),
    shows: ({ tag }: { tag: unknown }) => tag !== null,
    expected: show((actor) => actor !== "anonymous" && actor !== "otherTenant"),
  },
  tagBySlug: {
    query: "query ($slug: String!) { tagBySlug(slug: $slug) { id } }",
    variables: ({ tagId }) => ({ slug: tagId }),
    shows: ({ tagBySlug }: { tagBySlug: unknown }) => tagBySlug !== null,
    expected: show((actor) => actor !== "anonymous" && actor !== "otherTenant"),
  },
  trashedBoards: {
    query: "{ trashedBoards(limit: 200) { id } }",
    shows: (data: { trashedBoards: unknown }, { boardId }) => has(data.trashedBoards, boardId),
    expected: show((actor) => owners.includes(actor)),
    isTrashed: true,
  },
  trashedGenerations: {
    query: "query ($id: UUID!) { trashedGenerations(boardId: $id) { id } }",
    variables: board,
    shows: (data: { trashedGenerations: unknown }, { trashed }) => has(data.trashedGenerations, trashed),
    expected: show((actor) => onTheBoard.includes(actor)),
  },
  myApiKeys: {
    query: "{ myApiKeys { id } }",
    shows: (data: { myApiKeys: unknown }, { apiKeyId }) => has(data.myApiKeys, apiKeyId),
    expected: show((actor) => actor === "owner"),
  },
  mySessions: {
    query: "{ mySessions { id } }",
    shows: (data: { mySessions: unknown }, { sessionId }) => has(data.mySessions, sessionId),
    expected: show((actor) => actor === "owner"),
  },
  tenantUsers: {
    query: "{ tenantUsers(first: 200) { totalCount nodes { id email } } }",
    shows: (data: { tenantUsers: unknown }) => has(nodes(data.tenantUsers), userId("owner")),
    expected: inOrder(
      admin,
      show((actor) => actor !== "otherTenant"),
    ),
  },
  auditLog: {
    query: "{ auditLog(first: 1) { nodes { id } } }",
    shows: (data: { auditLog: unknown }, _fixture, actor) => actor !== "otherTenant" || nodes(data.auditLog).length === 0,
    expected: admin,
  },
  generatorSettings: { query: "{ generatorSettings { id } }", expected: admin },
  allGenerators: { query: "{ allGenerators { name isOffered } }", expected: admin },
  providers: { query: "{ providers { name keySource } }", expected: admin },
  ownGeneratorProblems: { query: "{ ownGeneratorProblems { file reason } }", expected: inOrder(signedIn("admin"), among(admins)) },
  providerJobs: { query: "{ providerJobs(first: 1) { nodes { id } } }", expected: admin },
  spendingLimits: { query: "{ spendingLimits { id } }", expected: admin },
  spending: { query: "{ spending(groupBy: DAY, everybody: true) { key usd } }", expected: admin },
  creditsRequired: { query: "{ creditsRequired }", expected: admin },
  creditBalance: { query: "{ creditBalance }", expected: signedIn("read") },
  receipt: {
    query: "query ($id: UUID!) { receipt(generationId: $id) { costUsd lines { amountUsd } } }",
    variables: ({ completed }) => ({ id: completed }),
    shows: ({ receipt }: { receipt: unknown }) => receipt !== null,
    expected: inOrder(
      signedIn("read"),
      show((actor) => owners.includes(actor) || admins.includes(actor)),
    ),
  },
  tenantInvitations: {
    query: "{ tenantInvitations { id } }",
    expected: everybody,
  },
};

/** A field that strangers to a board are not told: whoever sees the generation at all is answered either what is true or exactly `instead`. */
function generationField(field: string, instead: unknown): Row {
  return {
    query: `query ($id: UUID!) { generation(id: $id) { told: ${field} } }`,
    variables: ({ detailed, pending }) => ({ id: ["queuePosition", "waitingFor"].includes(field) ? pending : detailed }),
    shows: ({ generation }: { generation: { told: unknown } | null }, fixture) => {
      const untold = JSON.stringify(typeof instead === "function" ? instead(fixture) : instead);
      return generation !== null && JSON.stringify(generation.told) !== untold;
    },
    expected: show(isFamiliar),
  };
}

/** What only the person themselves and admins of their tenant are told of a user. */
function identityField(field: string): Row {
  return {
    query: `query ($id: UUID!) { board(id: $id) { owner { told: ${field} } } }`,
    variables: board,
    shows: (data: { board: { owner: { told: unknown } } | null }) => ![undefined, null, ""].includes(data.board?.owner.told as never),
    expected: show((actor, kind) => owners.includes(actor) || (kind === "public" && admins.includes(actor))),
  };
}

/** Fields that have a rule of their own, each seen through a board that is visible to the actor. */
const fields: Record<string, Row> = {
  "Board.invitations": {
    query: "query ($id: UUID!) { board(id: $id) { invitations { id } } }",
    variables: board,
    shows: (data: { board: { invitations: unknown } | null }, { invitationId }) => has(data.board?.invitations ?? [], invitationId),
    expected: show((actor) => boardAdmins.includes(actor)),
  },
  "Board.shareLinks": {
    query: "query ($id: UUID!) { board(id: $id) { shareLinks { id token } } }",
    variables: board,
    shows: (data: { board: { shareLinks: unknown } | null }, { shareLinkId }) => has(data.board?.shareLinks ?? [], shareLinkId),
    expected: show((actor, kind) => kind === "shared" && boardAdmins.includes(actor)),
  },
  "Board.permissions": {
    query: "query ($id: UUID!) { board(id: $id) { permissions { canEdit } } }",
    variables: board,
    shows: (data: { board: { permissions: { canEdit: boolean } } | null }) => data.board?.permissions.canEdit ?? false,
    expected: show((actor) => boardAdmins.includes(actor)),
  },
  "Board.members": {
    query: "query ($id: UUID!) { board(id: $id) { members { user { id } inviter { id } } } }",
    variables: board,
    shows: (data: { board: { members: unknown[] } | null }) => data.board?.members.length === 3,
    expected: show(isFamiliar),
  },
  "Board.settings": {
    query: "query ($id: UUID!) { board(id: $id) { settings } }",
    variables: board,
    shows: (data: { board: { settings: object } | null }) => Object.keys(data.board?.settings ?? {}).length > 0,
    expected: show(isFamiliar),
  },
  "Board.metadata": {
    query: "query ($id: UUID!) { board(id: $id) { metadata } }",
    variables: board,
    shows: (data: { board: { metadata: object } | null }) => Object.keys(data.board?.metadata ?? {}).length > 0,
    expected: show(isFamiliar),
  },
  "ShareLink.token": {
    query: "query ($id: UUID!) { board(id: $id) { shareLinks { token } } }",
    variables: board,
    shows: (data: { board: { shareLinks: { token: string | null }[] } | null }) => Boolean(data.board?.shareLinks[0]?.token),
    expected: show((actor, kind) => kind === "shared" && boardAdmins.includes(actor) && hasScope(actor, "write")),
  },
  "Invitation.link": {
    query: "query ($id: UUID!) { board(id: $id) { invitations { link } } }",
    variables: board,
    shows: (data: { board: { invitations: { link: string | null }[] } | null }) => Boolean(data.board?.invitations[0]?.link),
    expected: show((actor) => boardAdmins.includes(actor) && hasScope(actor, "write")),
  },
  "Invitation.link (to the tenant)": {
    query: "{ tenantInvitations { id link } }",
    shows: ({ tenantInvitations }: { tenantInvitations: { id: string; link: string | null }[] }, { tenantInvitationId }) =>
      Boolean(tenantInvitations.find(({ id }) => id === tenantInvitationId)?.link),
    expected: show((actor) => admins.includes(actor)),
  },
  "Invitation.link (to the tenant, as an admin)": {
    query: "{ tenantInvitations { id link } }",
    shows: ({ tenantInvitations }: { tenantInvitations: { id: string; link: string | null }[] }, { adminInvitationId }) =>
      Boolean(tenantInvitations.find(({ id }) => id === adminInvitationId)?.link),
    expected: show((actor) => actor === "tenantOwner"),
  },
  // Of nobody here, where nobody signs in by password; password-reset.test.ts says whose it is elsewhere.
  "PasswordReset.link": {
    query: "mutation ($userId: UUID!) { createPasswordReset(userId: $userId) { link } }",
    variables: () => ({ userId: userId("bystander") }),
    expected: inOrder(person, () => "FORBIDDEN"),
  },
  "User.displayName": {
    query: "query ($id: UUID!) { generation(id: $id) { user { displayName } } }",
    variables: ({ ofEditor }) => ({ id: ofEditor }),
    shows: (data: { generation: { user: { displayName: string | null } } | null }) => Boolean(data.generation?.user.displayName),
    expected: show((actor, kind) => sees(actor, kind) && actor !== "anonymous" && actor !== "otherTenant"),
  },
  "User.avatarUrl": {
    query: "query ($id: UUID!) { generation(id: $id) { user { avatarUrl } } }",
    variables: ({ ofEditor }) => ({ id: ofEditor }),
    shows: (data: { generation: { user: { avatarUrl: string | null } } | null }) => Boolean(data.generation?.user.avatarUrl),
    expected: show((actor, kind) => sees(actor, kind) && actor !== "anonymous" && actor !== "otherTenant"),
  },
  "Generation.errorRaw": {
    query: "query ($id: UUID!) { generation(id: $id) { errorRaw } }",
    variables: ({ detailed }) => ({ id: detailed }),
    shows: (data: { generation: { errorRaw: string | null } | null }) => Boolean(data.generation?.errorRaw),
    expected: show((actor, kind) => kind === "public" && admins.includes(actor)),
  },
  "ProviderInfo.baseUrl": {
    query: "{ providers { name baseUrl } }",
    shows: ({ providers }: { providers: { baseUrl: string | null }[] }) => providers.some(({ baseUrl }) => baseUrl === "http://10.0.0.8:8188"),
    expected: inOrder(
      admin,
      show((actor) => actor !== "otherTenant"),
    ),
  },
  "GenerationFacets.tags": {
    query: "query ($id: UUID!) { searchGenerations(input: { boardId: $id }) { facets { tags { label } } } }",
    variables: board,
    shows: (data: { searchGenerations: { facets: { tags: unknown[] } } }) => data.searchGenerations.facets.tags.length > 0,
    expected: inOrder(signedIn("read"), show(isFamiliar)),
  },
  ...Object.fromEntries(
    Object.entries({
      "additionalFiles { url }": [],
      inputParams: (fixture: Fixture) => ({ prompt: `fixture ${fixture.boardId}`, source_url: "[address]" }),
      outputMetadata: {},
      externalJobId: null,
      phase: "processing",
      progressMessage: null,
      errorMessage: null,
      errorCode: null,
      costUsd: null,
      madeByGenerator: null,
      estimatedCostUsd: null,
      queuePosition: null,
      waitingFor: null,
      "tags { name }": [],
    }).map(([field, instead]) => [`Generation.${field.split(" ")[0]}`, generationField(field, instead)]),
  ),
  ...Object.fromEntries(["email", "authSubject", "authProvider", "tenantRole", "balanceUsd"].map((field) => [`User.${field}`, identityField(field)])),
  "Membership.isCurrent": {
    query: "{ myAccount { memberships { isCurrent } } }",
    shows: ({ myAccount }: { myAccount: { memberships: { isCurrent: boolean }[] } | null }) => myAccount?.memberships[0]?.isCurrent ?? false,
    expected: show((actor) => actor !== "anonymous" && !isKey(actor)),
  },
  "User.disabledAt": {
    query: "query ($id: UUID!) { user(id: $id) { disabledAt } }",
    variables: () => ({ id: userId("shutOut") }),
    shows: (data: { user: { disabledAt: string | null } | null }) => Boolean(data.user?.disabledAt),
    expected: show((actor) => admins.includes(actor)),
  },
  "User.storage": {
    query: "query ($id: UUID!) { board(id: $id) { owner { storage { usedBytes } } } }",
    variables: board,
    shows: (data: { board: { owner: { storage: unknown } } | null }) => Boolean(data.board?.owner.storage),
    expected: show((actor, kind) => owners.includes(actor) || (kind === "public" && admins.includes(actor))),
  },
  "User.tenantStorage": {
    query: "query ($id: UUID!) { board(id: $id) { owner { tenantStorage { usedBytes } } } }",
    variables: board,
    shows: (data: { board: { owner: { tenantStorage: unknown } } | null }) => Boolean(data.board?.owner.tenantStorage),
    expected: show((actor, kind) => owners.includes(actor) || (kind === "public" && admins.includes(actor))),
  },
  "User.boards": {
    query: "query ($id: UUID!) { board(id: $id) { owner { boards { id } } } }",
    variables: board,
    shows: (data: { board: { owner: { boards: unknown } } | null }, { boardId }) => has(data.board?.owner.boards ?? [], boardId),
    expected: show(sees),
  },
  "User.memberBoards": {
    query: "query ($id: UUID!) { user(id: $id) { memberBoards { id } } }",
    variables: () => ({ id: userId("viewer") }),
    shows: (data: { user: { memberBoards: unknown } | null }, { boardId }) => has(data.user?.memberBoards ?? [], boardId),
    expected: show(isFamiliar),
  },
  "ArtifactLineage.generation": {
    query: "query ($id: UUID!) { generation(id: $id) { inputArtifacts { generation { id } } } }",
    variables: ({ ofEditor }) => ({ id: ofEditor }),
    shows: (data: { generation: { inputArtifacts: { generation: unknown }[] } | null }) => Boolean(data.generation?.inputArtifacts[0]?.generation),
    expected: show(sees),
  },
  "Generation.ancestry": {
    query: "query ($id: UUID!) { generation(id: $id) { ancestry { parents { generation { id } } } } }",
    variables: ({ ofEditor }) => ({ id: ofEditor }),
    shows: (data: { generation: { ancestry: { parents: unknown[] } } | null }) => data.generation?.ancestry.parents.length === 1,
    expected: show(sees),
  },
  "Generation.descendants": {
    query: "query ($id: UUID!) { generation(id: $id) { descendants { children { generation { id } } } } }",
    variables: ({ completed }) => ({ id: completed }),
    shows: (data: { generation: { descendants: { children: unknown[] } } | null }) => data.generation?.descendants.children.length === 1,
    expected: show(sees),
  },
};

const moderators = among(owners);

const mutations: Record<string, Row> = {
  createBoard: { query: 'mutation { createBoard(input: { title: "New" }) { id } }', expected: signedIn() },
  updateBoard: {
    query: 'mutation ($id: UUID!) { updateBoard(input: { id: $id, title: "Other" }) { id } }',
    variables: board,
    expected: onBoard(boardAdmins),
  },
  deleteBoard: { query: "mutation ($id: UUID!) { deleteBoard(id: $id) }", variables: board, expected: onBoard(owners) },
  trashBoard: { query: "mutation ($id: UUID!) { trashBoard(id: $id) }", variables: board, expected: onBoard(owners) },
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
    variables: (fixture) => ({ ...board(fixture), userId: userId("newcomer") }),
    expected: onBoard(boardAdmins),
  },
  removeBoardMember: {
    query: "mutation ($id: UUID!, $userId: UUID!) { removeBoardMember(boardId: $id, userId: $userId) { id } }",
    variables: (fixture) => ({ ...board(fixture), userId: userId("viewer") }),
    expected: onBoard(["viewer", ...boardAdmins]),
  },
  updateBoardMemberRole: {
    query: "mutation ($id: UUID!, $userId: UUID!) { updateBoardMemberRole(boardId: $id, userId: $userId, role: EDITOR) { id } }",
    variables: (fixture) => ({ ...board(fixture), userId: userId("viewer") }),
    expected: onBoard(boardAdmins),
  },
  "updateBoardMemberRole (to admin)": {
    query: "mutation ($id: UUID!, $userId: UUID!) { updateBoardMemberRole(boardId: $id, userId: $userId, role: ADMIN) { id } }",
    variables: (fixture) => ({ ...board(fixture), userId: userId("viewer") }),
    expected: inOrder(onBoard(boardAdmins), (actor) => (isKey(actor) ? "FORBIDDEN" : "ok")),
  },
  "addBoardMember (as admin)": {
    query: "mutation ($id: UUID!, $userId: UUID!) { addBoardMember(input: { boardId: $id, userId: $userId, role: ADMIN }) { id } }",
    variables: (fixture) => ({ ...board(fixture), userId: userId("bystander") }),
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
    variables: () => ({ userId: userId("otherAdmin") }),
    expected: inOrder(admin, sameTenant, among(["tenantOwner"])),
  },
  leaveBoard: {
    query: "mutation ($id: UUID!) { leaveBoard(boardId: $id) }",
    variables: board,
    expected: inOrder(signedIn(), visible, (actor) => (owners.includes(actor) ? "CONFLICT" : onTheBoard.includes(actor) ? "ok" : "NOT_FOUND")),
  },
  transferBoard: {
    query: "mutation ($id: UUID!, $userId: UUID!) { transferBoard(boardId: $id, userId: $userId) { ownerId } }",
    variables: (fixture) => ({ ...board(fixture), userId: userId("editor") }),
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
  updateUser: { query: 'mutation { updateUser(input: { displayName: "Me" }) { id } }', expected: signedIn() },
  setGeneratorSetting: {
    query: 'mutation { setGeneratorSetting(input: { generatorName: "sketch", isOffered: true }) { id } }',
    expected: admin,
  },
  setProviderKey: {
    query: 'mutation { setProviderKey(input: { providerName: "fal", apiKey: "not-a-real-key" }) { keySource } }',
    expected: admin,
  },
  removeProviderKey: { query: 'mutation { removeProviderKey(providerName: "fal") { keySource } }', expected: admin },
  rotateProviderKeys: { query: "mutation { rotateProviderKeys }", expected: inOrder(signedIn("admin"), among(admins)) },
  reviewProviderJob: {
    query: "mutation ($id: UUID!) { reviewProviderJob(id: $id, action: REFUND) { id } }",
    variables: () => ({ id: crypto.randomUUID() }),
    expected: inOrder(admin, () => "NOT_FOUND"),
  },
  addCredits: {
    query: "mutation ($userId: UUID!) { addCredits(input: { userId: $userId, usd: 1, kind: GRANT }) }",
    variables: () => ({ userId: userId("bystander") }),
    expected: inOrder(admin, sameTenant),
  },
  setSpendingLimit: { query: "mutation { setSpendingLimit(input: { period: DAY, maxUsd: 1000 }) { id } }", expected: admin },
  setUserStorageLimit: {
    query: "mutation ($userId: UUID!) { setUserStorageLimit(userId: $userId, limitBytes: 1000000000) { usedBytes } }",
    variables: () => ({ userId: userId("bystander") }),
    expected: inOrder(admin, sameTenant),
  },
  setTenantStorageLimit: {
    query: "mutation { setTenantStorageLimit(limitBytes: 1000000000000) { usedBytes } }",
    expected: inOrder(signedIn("admin"), among(admins)),
  },
  setCreditsRequired: { query: "mutation { setCreditsRequired(isRequired: false) }", expected: admin },
  disableUser: {
    query: "mutation ($userId: UUID!) { disableUser(userId: $userId) { id } }",
    variables: () => ({ userId: userId("bystander") }),
    expected: inOrder(admin, sameTenant),
  },
  "disableUser (an admin)": {
    query: "mutation ($userId: UUID!) { disableUser(userId: $userId) { id } }",
    variables: () => ({ userId: userId("otherAdmin") }),
    expected: inOrder(admin, sameTenant, among(["tenantOwner"])),
  },
  enableUser: {
    query: "mutation ($userId: UUID!) { enableUser(userId: $userId) { id } }",
    variables: () => ({ userId: userId("bystander") }),
    expected: inOrder(admin, sameTenant),
  },
  setTenantRole: {
    query: "mutation ($userId: UUID!) { setTenantRole(userId: $userId, role: MEMBER) { id } }",
    variables: () => ({ userId: userId("bystander") }),
    expected: inOrder(admin, sameTenant, among(["tenantOwner"])),
  },
  createApiKey: { query: 'mutation { createApiKey(input: { name: "k", scopes: [READ] }) { key } }', expected: person },
  revokeApiKey: {
    query: "mutation ($id: UUID!) { revokeApiKey(id: $id) { id } }",
    variables: ({ apiKeyId }) => ({ id: apiKeyId }),
    expected: inOrder(person, among(["owner"], "NOT_FOUND")),
    needsKey: true,
  },
  revokeSession: {
    query: "mutation ($id: UUID!) { revokeSession(id: $id) }",
    variables: ({ sessionId }) => ({ id: sessionId }),
    expected: inOrder(person, among(["owner"], "NOT_FOUND")),
  },
  // Nobody here came by a browser.
  switchTenant: {
    query: "mutation ($id: UUID!) { switchTenant(tenantId: $id) }",
    variables: () => ({ id: cast.tenantId }),
    expected: inOrder(person, () => "NOT_FOUND"),
  },
  revokeOtherSessions: { query: "mutation { revokeOtherSessions }", expected: person },
  // Passwords are not how people sign in here.
  createAccount: { query: 'mutation { createAccount(input: { email: "a@b.cd", password: "long enough" }) { id } }', expected: () => "FORBIDDEN" },
  changePassword: {
    query: 'mutation { changePassword(currentPassword: "x", newPassword: "long enough") }',
    expected: inOrder(person, () => "UNAUTHENTICATED"),
  },
  createPasswordReset: {
    query: "mutation ($userId: UUID!) { createPasswordReset(userId: $userId) { expiresAt } }",
    variables: () => ({ userId: userId("bystander") }),
    expected: inOrder(person, () => "FORBIDDEN"),
  },
  resetPassword: { query: 'mutation { resetPassword(token: "x", newPassword: "long enough") }', expected: () => "FORBIDDEN" },
};

async function ask({ query, variables, shows }: Row, fixture: Fixture, actor: Actor): Promise<Outcome> {
  const token = cast.tokens[actor];
  const response = await boards.graphql.POST(
    new Request("http://localhost/api/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables: variables?.(fixture, actor) ?? {} }),
    }),
  );
  const { data, errors } = (await response.json()) as { data: never; errors?: { extensions: { code: Outcome } }[] };
  if (errors) return errors[0]?.extensions.code as Outcome;
  return !shows || shows(data, fixture, actor) ? "ok" : "empty";
}

function note(operation: string, outcome: Outcome) {
  tally.operations.add(operation.replace(/ \(.*/, ""));
  tally.checks += 1;
  if (outcome !== "ok") tally.denials += 1;
}

const named = (rows: Record<string, Row>) => Object.entries(rows).map(([name, row]) => ({ name, row }));

/** Every field that is no operation. */
const rowFields = () =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith("__") && !["Query", "Mutation"].includes(type.name)
      ? Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field }))
      : [],
  );

/** Found by asking each field, in a context that notices whether it is asked for the viewer. */
async function fieldsThatAskWhoLooks(): Promise<string[]> {
  const asking = new Set<string>();
  for (const { name, field } of rowFields()) {
    const budget = { count: () => undefined, check: () => undefined, isSpent: false };
    const context = {
      budget,
      loaders: {},
      get viewer() {
        asking.add(name);
        return null;
      },
    };
    // What becomes of a row that is none is not the point.
    await Promise.resolve()
      .then(() => field.resolve?.({}, {}, context, {} as never))
      .catch(() => undefined);
  }
  return [...asking];
}

describe("the access matrix", () => {
  it("has a row for every query and every mutation", () => {
    const names = (rows: Record<string, Row>) => [...new Set(Object.keys(rows).map((name) => name.replace(/ \(.*/, "")))].sort();
    expect(names(queries)).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort());
    expect(names(mutations)).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
  });

  it("has a row for every field that is guarded or asks who looks", async () => {
    const guarded = rowFields().flatMap(({ name, field }) => (field.extensions.guard ? [name] : []));
    const asking = await fieldsThatAskWhoLooks();
    expect(guarded.length).toBeGreaterThan(25);
    expect(asking).toEqual(expect.arrayContaining(["Board.permissions", "GenerationFacets.tags", "User.email"]));
    expect([...guarded, ...asking].filter((name) => !(name in fields))).toEqual([]);
  });

  it.each([...named(queries), ...named(fields)])("$name", async ({ name, row }) => {
    const answers: Record<string, Outcome> = {};
    const expected: Record<string, Outcome> = {};
    for (const kind of boardKinds) {
      const fixture = row.isTrashed ? await boards.makeFixture(cast, kind, { isTrashed: true }) : reads[kind];
      for (const actor of actors) {
        expected[`${actor}, ${kind}`] = row.expected(actor, kind);
        answers[`${actor}, ${kind}`] = await ask(row, fixture, actor);
        note(name, row.expected(actor, kind));
      }
    }
    expect(answers).toEqual(expected);
  });

  it.each(named(mutations))("$name", async ({ name, row }) => {
    const answers: Record<string, Outcome> = {};
    const expected: Record<string, Outcome> = {};
    for (const kind of boardKinds) {
      const make = () => boards.makeFixture(cast, kind, { isTrashed: row.isTrashed ?? false, hasKey: row.needsKey ?? false });
      let fixture = await make();
      for (const actor of actors) {
        const rule = row.expected(actor, kind);
        const before = await boards.fingerprint(fixture.boardId);
        expected[`${actor}, ${kind}`] = rule;
        answers[`${actor}, ${kind}`] = await ask(row, fixture, actor);
        note(name, rule);
        // What is refused changes nothing; what was done needs a fresh board for the next.
        if (rule === "ok") fixture = await make();
        else if (before !== (await boards.fingerprint(fixture.boardId))) answers[`${actor}, ${kind} changed the board`] = "ok";
      }
    }
    expect(answers).toEqual(expected);
  });
});

describe("the wall behind every door", () => {
  it("shows a handler that forgets to ask for the tenant no other tenant's rows", async () => {
    const { door } = await import("@/lib/door");
    const { db } = await import("@/lib/db/client");
    const forgetful = door({}, async () => Response.json(await db().board.findMany({ select: { id: true, tenantId: true, isPublic: true } })));
    const rowsOf = async (actor: Actor) => {
      const token = cast.tokens[actor];
      const response = await forgetful(new Request("http://localhost/", { headers: token ? { authorization: `Bearer ${token}` } : {} }));
      return (await response.json()) as { tenantId: string; isPublic: boolean }[];
    };
    const { id: ownerId = "", tenantId = "" } = cast.people.otherTenant ?? {};
    await db().board.create({ data: { tenantId, ownerId, title: "Theirs" } });
    expect((await rowsOf("stranger")).every((row) => row.isPublic || row.tenantId === cast.tenantId)).toBe(true);
    expect((await rowsOf("otherTenant")).some((row) => row.tenantId === tenantId)).toBe(true);
    expect((await rowsOf("otherTenant")).every((row) => row.isPublic || row.tenantId !== cast.tenantId)).toBe(true);
    expect((await rowsOf("anonymous")).every((row) => row.isPublic)).toBe(true);
    expect((await rowsOf("anonymous")).length).toBeGreaterThan(0);
  });

  it("keeps many requests of two tenants apart, at once", async () => {
    const own = await boards.makeFixture(cast, "private");
    const asked = Array.from({ length: 150 }, async (_, each) => {
      const actor = (["owner", "otherTenant", "stranger"] as const)[each % 3] ?? "owner";
      const query = `mutation ($ids: [UUID!]!) { starGenerations(ids: $ids) { isStarred board { title owner { displayName } } user { displayName } } }`;
      const outcome = await ask({ query, variables: (fixture) => ({ ids: [fixture.completed] }), expected: everybody }, own, actor);
      return [actor, outcome].join(": ");
    });
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["owner: ok", "otherTenant: NOT_FOUND", "stranger: NOT_FOUND"]));
  });
});
