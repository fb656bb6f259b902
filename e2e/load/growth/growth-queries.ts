import { itemsQuery, sectionsQuery } from "../../../lib/client/gallery/gallery-queries";
import { asScreensAsk } from "../ask";
import type { Seeded } from "./seed-growth";

/** A query of the API whose cost must not grow with what it does not ask for. */
export interface GrowthQuery {
  name: string;
  query: string;
  variables?: Record<string, unknown>;
  /** Milliseconds that PostgreSQL may work on it. */
  goalMs: number;
  /** Rows that it has to read besides, such as one of each of the viewer's boards. */
  otherRows?: number;
}

/** The viewer has 400 of 2,000 boards; row-level security looks at all of their tenant. */
const ofEachBoard = 8000;
/** A search reads on until its page is full. */
const candidates = 20_000;

const cards = "id title updatedAt generationCount coverGenerations { id thumbnailUrl }";
const found = "edges { cursor node { id status thumbnailUrl createdAt } } pageInfo { hasNextPage }";
const facets = "facets { generators { value count } artifactTypes { value count } statuses { value count } tags { value count } }";
const search = `query ($input: GenerationSearchInput!) { searchGenerations(input: $input, first: 50) { ${found} } }`;
const dayMs = 86_400_000;
const monthMs = 30 * dayMs;

/** What people look at on large installations, with the goals of each. */
export function growthQueries({ largeBoardId, ancestorId, middleCursor }: Seeded): GrowthQuery[] {
  const [gallery, timeZone] = [{ boardId: largeBoardId }, "Europe/Berlin"];
  const day = { start: String(Date.now() - monthMs - dayMs / 12), end: String(Date.now() - monthMs) };
  const from = new Date(Date.now() - monthMs).toISOString();
  const searches = { rare: "zeppelin", common: "lighthouse", "no hit": "zzzzzz", "one letter": "q", "two words": "neon harbor" };
  return [
    { name: "a board's header with its count", query: `{ board(id: "${largeBoardId}") { title generationCount } }`, goalMs: 2 },
    { name: "the sections of a gallery of 200,000", ...asScreensAsk(sectionsQuery, { search: gallery, timeZone }), goalMs: 100 },
    { name: "and of its videos alone", ...asScreensAsk(sectionsQuery, { search: { ...gallery, artifactTypes: ["VIDEO"] }, timeZone }), goalMs: 100 },
    { name: "a section of it", ...asScreensAsk(itemsQuery, { search: gallery, ...day }), goalMs: 5 },
    {
      name: "a board's page in the middle, by cursor",
      query: `query ($id: UUID!, $after: String) { board(id: $id) { generationsConnection(first: 50, after: $after) { ${found} } } }`,
      variables: { id: largeBoardId, after: middleCursor },
      goalMs: 5,
    },
    {
      name: "the count of a board's list",
      query: `{ board(id: "${largeBoardId}") { generationsConnection(first: 1) { totalCount nodes { id } } } }`,
      goalMs: 5,
    },
    {
      name: "a board's failed ones",
      query: `{ recentGenerationsConnection(boardId: "${largeBoardId}", status: FAILED, first: 50) { ${found} } }`,
      goalMs: 5,
    },
    { name: "200 boards with counts and covers", query: `{ myBoards(limit: 200) { ${cards} } }`, goalMs: 20 },
    {
      name: "what is recent on all boards",
      query: "{ recentGenerations(limit: 50) { id status thumbnailUrl } }",
      goalMs: 10,
      otherRows: ofEachBoard,
    },
    {
      name: "what is recent on all boards, by cursor",
      query: `query ($after: String) { recentGenerationsConnection(first: 50, after: $after) { ${found} } }`,
      variables: { after: middleCursor },
      goalMs: 10,
      otherRows: ofEachBoard,
    },
    ...Object.entries(searches).map(([name, query]) => ({
      name: `a search: ${name}`,
      query: search,
      variables: { input: { query } },
      goalMs: 60,
      otherRows: candidates,
    })),
    {
      name: "a search on one board",
      query: search,
      variables: { input: { query: "lighthouse", boardId: largeBoardId } },
      goalMs: 60,
      otherRows: candidates,
    },
    { name: "a search for what is starred", query: search, variables: { input: { isStarred: true } }, goalMs: 60, otherRows: candidates },
    {
      name: "four facets of a common search",
      query: `query ($input: GenerationSearchInput!) { searchGenerations(input: $input, first: 1) { ${facets} } }`,
      variables: { input: { query: "lighthouse" } },
      goalMs: 150,
    },
    { name: "spending of 30 days", query: `{ spending(groupBy: DAY, everybody: true, from: "${from}") { key usd generations } }`, goalMs: 20 },
    { name: "spending of all time, by person", query: "{ spending(groupBy: USER, everybody: true) { key usd generations } }", goalMs: 20 },
    { name: "public boards", query: `{ publicBoards(limit: 50) { ${cards} } }`, goalMs: 10 },
    { name: "the audit log", query: "{ auditLog(first: 50) { edges { node { id action createdAt userId } } } }", goalMs: 10 },
    { name: "the audit log of one action", query: '{ auditLog(first: 50, action: "deleteBoard") { edges { node { id } } } }', goalMs: 10 },
    { name: "provider jobs", query: "{ providerJobs(first: 50) { edges { node { id state generatorName } } } }", goalMs: 10 },
    { name: "provider jobs to review", query: "{ providerJobs(first: 50, state: NEEDS_REVIEW) { edges { node { id } } } }", goalMs: 10 },
    {
      name: "a generation from which 5,000 were made",
      query: `{ generation(id: "${ancestorId}") { id usedBy(limit: 12) { id thumbnailUrl } ancestry { isComplete parents { depth } } } }`,
      goalMs: 20,
    },
    { name: "the trash", query: "{ trashedGenerations(limit: 50) { id } trashedBoards(limit: 50) { id } }", goalMs: 10 },
    { name: "tags", query: "{ tags { id name } }", goalMs: 10 },
  ];
}
