import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gramsOfWord } from "@/lib/generations/search-index/search-text";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { generationRow, seedGeneration } from "@/lib/testing/seed/generation";
import { vacuum } from "@/lib/testing/vacuum";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let boardId: string;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/graphql/connection")),
  ...(await import("@/lib/testing/ask-graphql")),
  ...(await import("@/lib/curation/marks/mark-generations")),
  ...(await import("@/lib/generations/search/fold-stored-texts")),
  ...(await import("@/lib/generations/search-index/index-generations")),
  ...(await import("@/lib/generations/search/count-values")),
  ...(await import("@/lib/generations/search/search-generations")),
  ...(await import("@/lib/generations/search/search-sql")),
  ...(await import("@/lib/curation/tags/tag-generations")),
  ...(await import("@/lib/curation/tags/write-tags")),
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
  const { id } = await seedGeneration({ ...owner, boardId }, { inputParams: { prompt }, ...more });
  await boards.indexGenerations(boards.db(), [{ id, inputParams: { prompt } }]);
  return id;
}

const found = async (search: Parameters<typeof boards.searchSql>[1], viewer = owner) => {
  const ids = await boards.findIds(boards.searchSql(viewer, search), { bounds: [], direction: "desc", take: 200 });
  const rows = await boards.db().generation.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  return rows.map((row) => (row.inputParams as { prompt: string }).prompt);
};

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
    expect(() => boards.searchSql(owner, { query: "x".repeat(501) })).toThrow("500 characters");
    expect(() => boards.searchSql(owner, { generatorNames: ["sketch", "x".repeat(101)] }, "search.")).toThrow(
      expect.objectContaining({ field: "search.generatorNames.1" }),
    );
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
    const counted = await boards.countValues(owner, boards.searchSql(owner, fox));
    expect(counted.isComplete).toBe(true);
    expect(await boards.generatorFacetOf(counted)).toEqual([
      { value: "sketch", label: "Sketch", count: 2 },
      { value: "slideshow", label: "Slideshow", count: 1 },
    ]);
    expect(await boards.tagFacetOf(counted)).toEqual([{ value: tag.id, label: "Keep", count: 1 }]);
    const cut = await boards.countValues(owner, boards.searchSql(owner, fox), ["status"], 2);
    expect([cut.isComplete, boards.facetOf(cut, "status").reduce((sum, { count }) => sum + count, 0)]).toEqual([false, 2]);
  });

  it("counts what was found once for all facets that are asked for, and for no others", async () => {
    const statements: string[] = [];
    boards.db().$on("query", ({ query }) => statements.push(query));
    const counting = async (facets: string) => {
      statements.length = 0;
      const asked = `{ searchGenerations(input: { boardId: "${boardId}", query: "fox" }) { facets { ${facets} } } }`;
      expect((await boards.askGraphql(owner, asked)).errors).toEqual([]);
      return statements.filter((each) => each.includes("WITH found AS"));
    };
    const all = await counting("totalCount isComplete statuses { count } authors { count } tags { count } withChildrenCount");
    expect(all).toHaveLength(1);
    expect(all[0]).toContain("generation_inputs");
    const few = await counting("totalCount statuses { count } tags { count }");
    expect(few).toHaveLength(1);
    expect(few[0]).not.toContain("generation_inputs");
    expect(await counting("totalCount")).toHaveLength(1);
  });

  it("filters by provider, what was made from it and simulation, and counts by them, by author, month, star and rating", async () => {
    const { id: place } = await boards.createBoard(owner, { title: "More filters" });
    const seed = (columns: object) => seedGeneration({ ...owner, boardId: place }, columns);
    const [source] = [await seed({ createdAt: new Date("2026-02-03T00:00:00Z") }), await seed({ generatorName: "user-upload-image" })];
    const child = await seed({
      generatorName: "fal-flux-2-flex",
      outputMetadata: { simulated: true },
      inputArtifacts: [{ generation_id: source.id, role: "image", artifact_type: "image" }],
    });
    await boards.markGenerations(owner, [source.id], { rating: 4, isStarred: true });
    const idsOf = async (search: object) =>
      boards.findIds(boards.searchSql(owner, { boardId: place, ...search }), { bounds: [], direction: "desc", take: 10 });
    expect(await idsOf({ providers: ["fal"] })).toEqual([child.id]);
    expect(await idsOf({ providers: ["local"] })).toEqual([source.id]);
    expect(await idsOf({ providers: ["nobody"] })).toEqual([]);
    expect(await idsOf({ hasChildren: true })).toEqual([source.id]);
    expect(await idsOf({ hasChildren: false })).toHaveLength(2);
    expect(await idsOf({ isSimulated: true })).toEqual([child.id]);
    expect(await idsOf({ isSimulated: false })).toHaveLength(2);
    const counted = await boards.countValues(owner, boards.searchSql(owner, { boardId: place }));
    expect(await boards.providerFacetOf(counted)).toEqual([
      { value: "fal", label: "fal", count: 1 },
      { value: "local", label: "This server", count: 1 },
    ]);
    expect((await boards.generatorFacetOf(counted)).map(({ label }) => label)).toContain("Upload");
    expect(boards.facetOf(counted, "month").at(-1)).toEqual({ value: "2026-02", label: "2026-02", count: 1 });
    expect(boards.facetOf(counted, "rating")).toEqual([{ value: "4", label: "4", count: 1 }]);
    expect((["starred", "has_children", "simulated"] as const).map((name) => boards.countOfTrue(counted, name))).toEqual([1, 1, 1]);
    expect(await boards.authorFacetOf(counted)).toEqual([expect.objectContaining({ value: owner.userId, count: 3 })]);
    await boards.db().generation.update({ where: { id: child.id }, data: { trashedAt: new Date() } });
    expect(await idsOf({ hasChildren: true })).toEqual([]);
  });

  it("finds in every script, whatever the case, accents, width or composition", async () => {
    const pairs = [
      ["Привет Мир", "привет"],
      ["An \u00c5ngstr\u00f6m wide", "angstrom"],
      ["angstrom alone", "\u00c5NGSTRO\u0308M ALONE"],
      ["東京の夜", "夜"],
      ["東京の朝", "東京 朝"],
      ["ＡＢＣ wide", "abc"],
      ["한글 문장", "한"],
      ["a 😀 face", "😀"],
      ["ΟΔΟΣ", "οδος"],
      ["Straße", "STRASSE"],
      ["Cafe\u0301 down", "Caf\u00e9 down"],
      ["Caf\u00e9 up", "cafe\u0301 up"],
    ] as const;
    for (const [prompt] of pairs) await make(prompt);
    for (const [prompt, query] of pairs) expect([query, await found({ query })]).toEqual([query, expect.arrayContaining([prompt])]);
    expect(await found({ query: "朝夜" })).toEqual([]);
    expect(await found({ query: "文" })).toEqual([]);
  });

  it("refuses values that no search needs, by the name of their field", () => {
    for (const minRating of [2_147_483_647, 0, -1])
      expect(() => boards.searchSql(owner, { minRating })).toThrow(expect.objectContaining({ field: "minRating" }));
    expect(() => boards.searchSql(owner, { query: "😀".repeat(500) })).not.toThrow();
  });

  it("finds what there was before, once the background round has folded it", async () => {
    const old = await boards.createBoard(owner, { title: "Ёлка" });
    const tag = await boards.createTag(owner, { name: "Ёж" });
    const row = generationRow({ ...owner, boardId }, { inputParams: { prompt: "Забытое" } });
    await boards.db().generation.create({ data: { ...row, searchText: { create: { text: "" } } } });
    await boards.db().board.update({ where: { id: old.id }, data: { searchText: "" } });
    await boards.db().tag.update({ where: { id: tag.id }, data: { nameKey: "" } });
    expect(await found({ query: "забытое" })).toEqual([]);
    expect(await boards.foldStoredTexts()).toBe(3);
    expect(await boards.foldStoredTexts()).toBe(0);
    expect(await found({ query: "забытое" })).toEqual(["Забытое"]);
    expect((await boards.db().board.findUnique({ where: { id: old.id } }))?.searchText).toContain("елка");
    expect((await boards.db().tag.findUnique({ where: { id: tag.id } }))?.nameKey).toBe("еж");
  });

  it("looks words of any length up in an index", async () => {
    const { tenantId, userId } = owner;
    const words = (each: number) => `birch ${each} ${"abcdefghij".repeat(3)} ${each === 4321 ? "夜 qz" : ""}`;
    await boards.db().$executeRaw`
      INSERT INTO boards.generations (id, tenant_id, board_id, user_id, generator_name, artifact_type, batch_id, status, input_params)
      SELECT id, ${tenantId}::uuid, ${boardId}::uuid, ${userId}::uuid, 'birch', 'image', id, 'completed', '{}'
      FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 5000)) AS made`;
    const ids = await boards.db().generation.findMany({ where: { generatorName: "birch" }, select: { id: true } });
    await boards.indexGenerations(
      boards.db(),
      ids.map(({ id }, each) => ({ id, inputParams: { prompt: words(each) } })),
    );
    await vacuum("generation_search_texts");
    for (const word of ["4321", "qz", "夜"]) {
      const plan = await boards.db().$queryRaw<object[]>`
        EXPLAIN SELECT generation_id FROM boards.generation_search_texts WHERE text LIKE ${`%${word}%`} AND grams @> ${gramsOfWord(word)}`;
      expect(JSON.stringify(plan)).toContain("idx_generation_search_texts_grams");
    }
  });
});

const cursorOf = (content: unknown) => Buffer.from(JSON.stringify(content)).toString("base64url");

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
    [{ first: 1, after: cursorOf(["d", "2026-01-01T00:00:00.000Z", "not an id"]) }, "after"],
    [{ first: 1, after: cursorOf(["d", "0000-01-01T00:00:00.000Z", uuidv7()]) }, "after"],
    [{ first: 1, after: cursorOf(["d", "+012000-01-01T00:00:00.000Z", uuidv7()]) }, "after"],
    [{ first: 1, after: cursorOf(["s", "of a list of names", uuidv7()]) }, "after"],
    [{ last: 1, before: cursorOf(["n", 1, uuidv7()]) }, "before"],
    [{ first: 1, after: cursorOf(null) }, "after"],
  ])("refuses %o", async (args, field) => {
    await expect(page(args)).rejects.toMatchObject({ reason: "input.invalid", field });
  });
});
