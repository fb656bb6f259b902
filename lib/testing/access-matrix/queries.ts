import { spareWorkflow } from "@/lib/testing/access-fixture";
import {
  admin,
  admins,
  among,
  boardAdmins,
  everybody,
  inOrder,
  isFamiliar,
  isKey,
  onBoard,
  onTheBoard,
  owners,
  sees,
  show,
  signedIn,
} from "@/lib/testing/access-rules";
import { board, has, nodes, type Row } from "./row";

/** Who may ask what: a row for every query. */
export const queries: Record<string, Row> = {
  me: { query: "{ me { id } }", shows: ({ me }: { me: unknown }) => me !== null, expected: show((actor) => actor !== "anonymous") },
  myAccount: {
    query: "{ myAccount { email memberships { slug role } } }",
    shows: ({ myAccount }: { myAccount: { memberships: { slug: string }[] } | null }, _fixture, actor) =>
      myAccount?.memberships.map(({ slug }) => slug).join() === (actor === "otherTenant" ? "other" : "default"),
    expected: show((actor) => actor !== "anonymous" && !isKey(actor)),
  },
  areSimulatedRunsCharged: { query: "{ areSimulatedRunsCharged }", expected: everybody },
  maxUploadBytes: { query: "{ maxUploadBytes }", expected: everybody },
  signInOptions: { query: "{ signInOptions { hasPasswords } }", expected: everybody },
  generators: { query: "{ generators { name } }", shows: ({ generators }: { generators: unknown[] }) => generators.length > 0, expected: everybody },
  estimateCost: { query: '{ estimateCost(generatorName: "sketch", inputParams: { prompt: "x" }) { costUsd } }', expected: signedIn("read") },
  user: {
    query: "query ($id: UUID!) { user(id: $id) { id } }",
    variables: ({ idOf }) => ({ id: idOf("bystander") }),
    shows: ({ user }: { user: unknown }) => user !== null,
    expected: show((actor) => actor !== "anonymous" && actor !== "otherTenant"),
  },
  "user (who owns a public board)": {
    query: "query ($id: UUID!) { user(id: $id) { displayName } }",
    variables: ({ idOf }) => ({ id: idOf("owner") }),
    shows: ({ user }: { user: { displayName: string | null } | null }) => user?.displayName === "owner",
    expected: everybody,
  },
  "user (on a public board of somebody else)": {
    query: "query ($id: UUID!) { user(id: $id) { displayName } }",
    variables: ({ idOf }) => ({ id: idOf("editor") }),
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
  gallerySections: {
    query: 'query ($id: UUID!) { gallerySections(search: { boardId: $id }, timeZone: "Europe/Berlin") { totalCount } }',
    variables: board,
    shows: ({ gallerySections }: { gallerySections: { totalCount: number } | null }) => (gallerySections?.totalCount ?? 0) > 0,
    expected: show(sees),
  },
  galleryOpening: {
    query: "query ($id: UUID!) { galleryOpening(search: { boardId: $id }) { generations { id } } }",
    variables: board,
    shows: ({ galleryOpening }: { galleryOpening: { generations: { id: string }[] } | null }, { completed }) =>
      has(galleryOpening?.generations ?? [], completed),
    expected: show(sees),
  },
  galleryItems: {
    query: 'query ($id: UUID!) { galleryItems(search: { boardId: $id }, start: "0", end: "99999999999999") { ids } }',
    variables: board,
    shows: ({ galleryItems }: { galleryItems: { ids: string[] } | null }, { completed }) => galleryItems?.ids.includes(completed) ?? false,
    expected: show(sees),
  },
  galleryIds: {
    query: "query ($id: UUID!, $ids: [UUID!]!) { galleryIds(search: { boardId: $id }, ids: $ids) }",
    variables: ({ boardId, completed, trashed }) => ({ id: boardId, ids: [completed, trashed] }),
    shows: ({ galleryIds }: { galleryIds: string[] | null }, { completed }) => galleryIds?.length === 1 && galleryIds.includes(completed),
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
    query: "query ($token: String!) { sharedBoard(token: $token) { title generations { id inputParams generatorName generatorTitle } } }",
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
  bulkJob: {
    query: "query ($id: UUID!) { bulkJob(id: $id) { id } }",
    variables: ({ bulkJobId }) => ({ id: bulkJobId }),
    shows: ({ bulkJob }: { bulkJob: unknown }) => bulkJob !== null,
    expected: show((actor) => owners.includes(actor)),
  },
  bulkJobs: {
    query: "{ bulkJobs(limit: 200) { id } }",
    shows: ({ bulkJobs }: { bulkJobs: unknown }, { bulkJobId }) => has(bulkJobs, bulkJobId),
    expected: show((actor) => owners.includes(actor)),
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
    shows: (data: { tenantUsers: unknown }, { idOf }) => has(nodes(data.tenantUsers), idOf("owner")),
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
  mayAddModels: {
    query: "{ mayAddModels }",
    shows: ({ mayAddModels }: { mayAddModels: boolean }) => mayAddModels,
    expected: show((actor) => admins.includes(actor) || actor === "otherTenant"),
  },
  modelProviders: { query: "{ modelProviders { name } }", expected: everybody },
  membersMayAddModels: { query: "{ membersMayAddModels }", expected: everybody },
  addedModels: {
    query: "{ addedModels(first: 200) { nodes { id } } }",
    shows: ({ addedModels }: { addedModels: unknown }, { draftId }) => has(nodes(addedModels), draftId),
    expected: inOrder(
      signedIn("read"),
      show((actor) => owners.includes(actor) || admins.includes(actor)),
    ),
  },
  addedModel: {
    query: "query ($id: UUID!) { addedModel(id: $id) { id inputSchema } }",
    variables: ({ draftId }) => ({ id: draftId }),
    shows: ({ addedModel }: { addedModel: unknown }) => addedModel !== null,
    expected: inOrder(
      signedIn("read"),
      show((actor) => owners.includes(actor) || admins.includes(actor)),
    ),
  },
  // Nobody here has a key for fal.
  describeModel: {
    query: '{ describeModel(provider: "fal", model: "fal-ai/flux/dev") { title } }',
    expected: inOrder(admin, () => "BAD_USER_INPUT"),
  },
  describeComfyWorkflow: {
    query: 'query ($workflow: String!) { describeComfyWorkflow(fileName: "spare", workflow: $workflow) { title } }',
    variables: () => ({ workflow: spareWorkflow }),
    expected: admin,
  },
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
  peopleToAdd: {
    query: 'query ($id: UUID!) { peopleToAdd(boardId: $id, query: "bystander") { id } }',
    variables: board,
    shows: ({ peopleToAdd }: { peopleToAdd: unknown }, { idOf }) => has(peopleToAdd, idOf("bystander")),
    expected: onBoard(boardAdmins),
  },
  invitationPreview: {
    query: "query ($token: String!) { invitationPreview(token: $token) { email } }",
    variables: ({ invitationToken }) => ({ token: invitationToken }),
    shows: ({ invitationPreview }: { invitationPreview: unknown }) => invitationPreview !== null,
    expected: everybody,
  },
  tenantInvitations: {
    query: "{ tenantInvitations { id } }",
    expected: everybody,
  },
};
