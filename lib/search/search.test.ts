import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let boardId: string;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/db/client")),
  ...(await import("@/lib/graphql/connection")),
  ...(await import("@/lib/marks/mark-generations")),
  ...(await import("@/lib/search/search-generations")),
  ...(await import("@/lib/tags/tag-generations")),
  ...(await import("@/lib/tags/write-tags")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  boardId = (await boards.createBoard(owner, { title: "Search" })).id;
});
afterAll(() => installation.close());

async function make(prompt: string, more: object = {}) {
  const id = uuidv7();
  const row = { id, tenantId: owner.tenantId, boardId, userId: owner.userId, generatorName: "sketch", artifactType: "image", batchId: id };
  await boards.db().generation.create({ data: { ...row, inputParams: { prompt }, status: "completed", ...more } });
  return id;
}

const found = async (search: Parameters<typeof boards.searchCondition>[1], viewer = owner) =>
  (await boards.db().generation.findMany({ where: boards.searchCondition(viewer, search), orderBy: { id: "asc" } })).map(
    (row) => (row.inputParams as { prompt: string }).prompt,
  );

describe("searching generations", () => {
  it("finds words in any order and case, takes wildcards as they stand, and sees only the viewer's boards", async () => {
    const stranger = await installation.viewer("stranger");
    await make("A red fox in the snow");
    await make("100% cotton_shirt");
    await make("Snow on a red roof", { trashedAt: new Date() });
    expect(await found({ query: "SNOW red" })).toEqual(["A red fox in the snow"]);
    expect(await found({ query: "100%" })).toEqual(["100% cotton_shirt"]);
    expect(await found({ query: "n_s" })).toEqual(["100% cotton_shirt"]);
    expect(await found({ query: "%" })).toEqual(["100% cotton_shirt"]);
    expect(await found({ query: "\\" })).toEqual([]);
    expect(await found({ query: "fox" }, stranger)).toEqual([]);
    expect(() => boards.searchCondition(owner, { query: "x".repeat(501) })).toThrow("500 characters");
  });

  it("filters by generator, type, status, tag, star, rating, author and date, and counts what it finds", async () => {
    const film = await make("film of a fox", { generatorName: "slideshow", artifactType: "video" });
    const failed = await make("failed fox", { status: "failed" });
    const tag = await boards.createTag(owner, { name: "Keep" });
    await boards.addTagToGeneration(owner, film, tag.id);
    await boards.markGenerations(owner, [film], { isStarred: true });
    await boards.markGenerations(owner, [failed], { rating: 4 });
    const fox = { query: "fox" };
    expect(await found({ ...fox, generatorNames: ["slideshow"] })).toEqual(["film of a fox"]);
    expect(await found({ ...fox, artifactTypes: ["video"] })).toEqual(["film of a fox"]);
    expect(await found({ ...fox, statuses: ["failed"] })).toEqual(["failed fox"]);
    expect(await found({ ...fox, tagIds: [tag.id] })).toEqual(["film of a fox"]);
    expect(await found({ ...fox, isStarred: true })).toEqual(["film of a fox"]);
    expect(await found({ ...fox, isStarred: false })).toEqual(["A red fox in the snow", "failed fox"]);
    expect(await found({ ...fox, minRating: 4 })).toEqual(["failed fox"]);
    expect(await found({ ...fox, minRating: 5 })).toEqual([]);
    expect(await found({ ...fox, userId: uuidv7() })).toEqual([]);
    expect(await found({ ...fox, createdBefore: new Date(0) })).toEqual([]);
    expect(await found({ ...fox, createdAfter: new Date(0) })).toHaveLength(3);
    const where = boards.searchCondition(owner, fox);
    expect(await boards.facetOf(where, "generatorName")).toEqual([
      { value: "sketch", label: "sketch", count: 2 },
      { value: "slideshow", label: "slideshow", count: 1 },
    ]);
    expect(await boards.tagFacetOf(where)).toEqual([{ value: tag.id, label: "Keep", count: 1 }]);
  });

  it("looks words up in an index", async () => {
    const { tenantId, userId } = owner;
    await boards.db().$executeRaw`
      INSERT INTO boards.generations (id, tenant_id, board_id, user_id, generator_name, artifact_type, batch_id, status, input_params)
      SELECT id, ${tenantId}::uuid, ${boardId}::uuid, ${userId}::uuid, 'sketch', 'image', id, 'completed',
        jsonb_build_object('prompt', md5(each::text) || ' birch ' || each || ' ' || repeat(md5((each * 7)::text) || ' ', 4))
      FROM (SELECT each, gen_random_uuid() AS id FROM generate_series(1, 20000) AS each) AS made`;
    await boards.db().$executeRaw`VACUUM ANALYZE boards.generations`;
    const plan = await boards.db().$queryRaw<
      object[]
    >`EXPLAIN SELECT id FROM boards.generations WHERE search_text ILIKE '%birch 4321%' AND trashed_at IS NULL`;
    expect(JSON.stringify(plan)).toContain("idx_generations_search_text_trgm");
    await boards.db().$executeRaw`
      INSERT INTO boards.boards (id, tenant_id, owner_id, title)
      SELECT gen_random_uuid(), ${tenantId}::uuid, ${userId}::uuid, md5(each::text) || ' ember ' || each FROM generate_series(1, 20000) AS each`;
    await boards.db().$executeRaw`VACUUM ANALYZE boards.boards`;
    const boardPlan = await boards.db().$queryRaw<object[]>`EXPLAIN SELECT id FROM boards.boards WHERE title ILIKE '%ember 12999%'`;
    expect(JSON.stringify(boardPlan)).toContain("idx_boards_title_trgm");
  });
});

describe("a connection", () => {
  const page = (args: object, direction: "asc" | "desc" = "desc") => {
    const where = { boardId, generatorName: "paged" };
    return boards.connect(
      args,
      { field: "createdAt", direction },
      (keyset) => boards.db().generation.findMany({ ...keyset, where: { AND: [where, keyset.where] } }),
      () => boards.db().generation.count({ where }),
    );
  };
  const prompts = ({ edges }: Awaited<ReturnType<typeof page>>) => edges.map(({ node }) => (node.inputParams as { prompt: string }).prompt);

  it("keeps its pages in place while rows are added and removed, with equal times, in both directions", async () => {
    // Three rows of the same millisecond: the id decides.
    const createdAt = (each: number) => new Date(1_700_000_000_000 + Math.floor(each / 3));
    const ids = [];
    for (let each = 0; each < 9; each++) ids.push(await make(`p${each}`, { generatorName: "paged", createdAt: createdAt(each) }));
    const first = await page({ first: 4 });
    expect(prompts(first)).toEqual(["p8", "p7", "p6", "p5"]);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(await first.totalCount()).toBe(9);
    await make("newest", { generatorName: "paged" });
    await boards.db().generation.delete({ where: { id: ids[5] } });
    const second = await page({ first: 4, after: first.pageInfo.endCursor });
    expect(prompts(second)).toEqual(["p4", "p3", "p2", "p1"]);
    const last = await page({ first: 4, after: second.pageInfo.endCursor });
    expect(prompts(last)).toEqual(["p0"]);
    expect(last.pageInfo.hasNextPage).toBe(false);
    expect(prompts(await page({ last: 2, before: second.pageInfo.startCursor }))).toEqual(["p7", "p6"]);
    expect(prompts(await page({ first: 3 }, "asc"))).toEqual(["p0", "p1", "p2"]);
    const ascending = await page({ first: 3 }, "asc");
    expect(prompts(await page({ first: 3, after: ascending.pageInfo.endCursor }, "asc"))).toEqual(["p3", "p4", "p6"]);
  });

  it.each([
    [{ first: 0 }, "first"],
    [{ first: 201 }, "first"],
    [{ last: -1 }, "last"],
    [{ first: 1, after: "nonsense" }, "after"],
  ])("refuses %o", async (args, field) => {
    await expect(page(args)).rejects.toMatchObject({ reason: "input.invalid", field });
  });
});
