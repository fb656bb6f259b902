import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { apiKeyRow } from "@/lib/testing/seed/api-key";
import { boardRow } from "@/lib/testing/seed/board";
import { generationRow } from "@/lib/testing/seed/generation";
import { rows as seedRows } from "@/lib/testing/seed/rows";
import { seedUsers } from "@/lib/testing/seed/user";

const sizes = [1, 50, 200] as const;
type Size = (typeof sizes)[number];

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/generations/search-index/index-generations")),
  ...(await import("@/lib/platform/caller/signed-token")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/graphql/context")),
  ...(await import("@/lib/api/graphql/server")),
});
let boards: Awaited<ReturnType<typeof load>>;

interface Filled {
  viewer: Viewer;
  boardId: string;
  generationId: string;
  shareToken: string;
}
const filled = new Map<Size, Filled>();

/** A tenant where every list has this many rows: boards, members, tags, users, and generations of one board, each made from the first. */
async function fill(size: Size): Promise<Filled> {
  const viewer = await installation.viewer(`owner-${size}`, `tenant-${size}`);
  const { tenantId, userId, accountId } = viewer;
  const each = <Row>(make: (index: number) => Row) => seedRows(size, make);
  const tomorrow = new Date(Date.now() + 24 * 3600 * 1000);
  const [someone] = await seedUsers(tenantId, size - 1);
  const ours = each((index) => boardRow({ tenantId, ownerId: userId, title: `tenant-${size} board ${index}`, isPublic: true }));
  // Someone else's boards, of which the viewer is a member.
  const other = someone ?? (await installation.viewer("other", `tenant-${size}`)).userId;
  const theirs = each(() => boardRow({ tenantId, ownerId: other }));
  const trashed = each(() => boardRow({ tenantId, ownerId: userId, trashedAt: new Date() }));
  await boards.db().board.createMany({ data: [...ours, ...theirs, ...trashed] });
  await boards.db().boardMember.createMany({ data: theirs.map(({ id }) => ({ boardId: id, userId, role: "editor" })) });
  const boardId = ours[0]?.id ?? "";
  const first = uuidv7();
  const inputArtifacts = [{ generation_id: first, role: "image", artifact_type: "image" }];
  const batch = { inputParams: { prompt: `tenant-${size}` }, batchId: first, batchSize: size };
  const rows = each((batchIndex) =>
    generationRow({ tenantId, userId, boardId }, { ...batch, batchIndex, ...(batchIndex === 0 ? { id: first } : { inputArtifacts }) }),
  );
  await boards
    .db()
    .generation.createMany({ data: [...rows, ...rows.map((one) => ({ ...one, id: uuidv7(), batchId: uuidv7(), trashedAt: new Date() }))] });
  await boards.indexGenerations(boards.db(), rows);
  const tags = each((index) => ({ id: uuidv7(), tenantId, name: `tag ${index}`, slug: `tag-${index}` }));
  await boards.db().tag.createMany({ data: tags });
  await boards
    .db()
    .generationTag.createMany({ data: rows.map(({ id }, index) => ({ generationId: id, tagId: tags[index % tags.length]?.id ?? "" })) });
  await boards.db().auditEntry.createMany({ data: each(() => ({ tenantId, userId, via: "local", action: "createBoard" })) });
  await boards.db().apiKey.createMany({ data: each(() => apiKeyRow(userId)) });
  await boards.db().userSession.createMany({ data: each(() => ({ accountId, userId, expiresAt: tomorrow })) });
  await boards.db().invitation.createMany({ data: each((index) => ({ tenantId, email: `${index}@x.yz`, role: "member", expiresAt: tomorrow })) });
  const link = await boards.db().shareLink.create({ data: { tenantId, boardId, createdById: userId } });
  return { viewer, boardId, generationId: first, shareToken: boards.tokenFor("share", link.id) };
}

const statements: string[] = [];

beforeAll(async () => {
  installation = await openInstallation({ BOARDS_GRAPHQL_MAX_COST: "10000000" });
  boards = await load();
  boards.db().$on("query", ({ query }) => statements.push(query));
  for (const size of sizes) filled.set(size, await fill(size));
});
afterAll(() => installation.close());

const generation = `id status thumbnailUrl isStarred rating queuePosition user { displayName } board { title } tags { name }
  inputArtifacts { role generation { id status } } usedBy { id }`;
const board =
  "id title generationCount owner { displayName } permissions { canDelete canExport } coverGenerations { thumbnailUrl } members { role user { displayName } } invitations { email } shareLinks { token }";

/** Without what only the board's own people get to see, so that whose board comes first makes no difference. */
const publicBoard =
  "id title generationCount owner { displayName } permissions { canDelete canExport } coverGenerations { thumbnailUrl } members { role user { displayName } }";

/** Every list of the interface, with what people ask of its rows. `$n` rows are asked for. */
const lists: Record<string, string> = {
  "Board.generations": `query ($n: Int!, $board: UUID!) { board(id: $board) { title owner { displayName } generations(limit: $n) { ${generation} } } }`,
  "Board.generationsConnection": `query ($n: Int!, $board: UUID!) { board(id: $board) { generationsConnection(first: $n) { totalCount pageInfo { hasNextPage } nodes { ${generation} } } } }`,
  myBoards: `query ($n: Int!) { myBoards(limit: $n, role: OWNER) { ${board} } }`,
  "myBoards (member)": `query ($n: Int!) { myBoards(limit: $n, role: MEMBER) { ${board} } }`,
  myBoardsConnection: `query ($n: Int!) { myBoardsConnection(first: $n, role: OWNER) { totalCount edges { cursor node { ${board} } } } }`,
  publicBoards: `query ($n: Int!) { publicBoards(limit: $n) { ${publicBoard} } }`,
  publicBoardsConnection: `query ($n: Int!) { publicBoardsConnection(first: $n) { totalCount nodes { ${publicBoard} } } }`,
  searchBoards: `query ($n: Int!, $text: String!) { searchBoards(query: $text, limit: $n) { ${board} } }`,
  searchBoardsConnection: `query ($n: Int!, $text: String!) { searchBoardsConnection(query: $text, first: $n) { totalCount nodes { ${board} } } }`,
  recentGenerations: `query ($n: Int!) { recentGenerations(limit: $n) { ${generation} } }`,
  recentGenerationsConnection: `query ($n: Int!) { recentGenerationsConnection(first: $n) { totalCount nodes { ${generation} } } }`,
  searchGenerations: `query ($n: Int!, $text: String!) { searchGenerations(first: $n, input: { query: $text }) { totalCount facets { generators { count } artifactTypes { count } statuses { count } tags { label count } } nodes { ${generation} } } }`,
  batch: `query ($batch: UUID!) { batch(id: $batch) { ${generation} } }`,
  "Generation.ancestry": "query ($n: Int!) { recentGenerations(limit: $n) { ancestry { parents { generation { id board { title } } } } } }",
  "Generation.descendants":
    "query ($batch: UUID!) { generation(id: $batch) { descendants { children { generation { id user { displayName } } } } } }",
  tags: "query ($n: Int!) { tags(limit: $n) { id name slug } }",
  tagsConnection: "query ($n: Int!) { tagsConnection(first: $n) { totalCount nodes { id name } } }",
  trashedBoards: `query ($n: Int!) { trashedBoards(limit: $n) { ${board} trashedAt } }`,
  trashedGenerations: `query ($n: Int!) { trashedGenerations(limit: $n) { ${generation} trashedAt } }`,
  "User.boards": "{ me { boards { id title } } }",
  "User.memberBoards": "{ me { memberBoards { id title owner { displayName } } } }",
  tenantUsers: "query ($n: Int!) { tenantUsers(first: $n) { totalCount nodes { id email memberBoards { id } } } }",
  auditLog: "query ($n: Int!) { auditLog(first: $n) { totalCount nodes { action outcome } } }",
  myApiKeys: "{ myApiKeys { id name scopes } }",
  mySessions: "{ mySessions { id isCurrent } }",
  tenantInvitations: "{ tenantInvitations { email link } }",
  "SharedBoard.generations":
    "query ($n: Int!, $token: String!) { sharedBoard(token: $token) { title ownerName generations(limit: $n) { id thumbnailUrl } } }",
};

/** What statements a query costs, and how long its answer is. */
async function cost(query: string, size: Size): Promise<{ statements: string[]; length: number }> {
  const { viewer, boardId, generationId, shareToken } = filled.get(size) as Filled;
  const all = { n: size, board: boardId, batch: generationId, text: `tenant-${size}`, token: shareToken };
  const variables = Object.fromEntries(Object.entries(all).filter(([name]) => query.includes(`$${name}:`)));
  statements.length = 0;
  const { body } = await boards.createGraphqlServer().executeOperation({ query, variables }, { contextValue: boards.createContext({ viewer }) });
  if (body.kind !== "single") throw new Error("expected one answer");
  expect(body.singleResult.errors).toBeUndefined();
  return { statements: [...statements].sort(), length: JSON.stringify(body.singleResult.data).length };
}

async function costs(query: string) {
  const [one, fifty, twoHundred] = [await cost(query, 1), await cost(query, 50), await cost(query, 200)];
  return { one, fifty, twoHundred };
}

describe("every list costs a fixed number of statements, for 1, 50 and 200 rows", () => {
  const table: string[] = [];
  afterAll(() => console.info(`statements a list: ${table.join(", ")}`));

  it.each(Object.entries(lists))("%s", async (name, query) => {
    let { one, fifty, twoHundred } = await costs(query);
    // What else runs in this process may have asked the database in between; what grows with the rows does so again.
    if (fifty.statements.length !== twoHundred.statements.length) ({ one, fifty, twoHundred } = await costs(query));
    expect(twoHundred.length).toBeGreaterThan(one.length * 5);
    expect(fifty.statements.length, [...fifty.statements, "", ...twoHundred.statements].join("\n")).toBe(twoHundred.statements.length);
    // A single row may need fewer: what nothing refers to is not looked for.
    expect(one.statements.length).toBeLessThanOrEqual(fifty.statements.length);
    expect(fifty.statements.length).toBeLessThanOrEqual(25);
    table.push(`${name} ${fifty.statements.length}`);
  });
});
