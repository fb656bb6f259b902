import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  graphql: await import("@/app/api/graphql/route"),
  jobs: await import("@/app/api/jobs/generations/route"),
  upload: await import("@/app/api/uploads/artifact/route"),
  storage: await import("@/app/api/storage/[...path]/route"),
  tenant: await import("@/app/api/setup/tenant/route"),
  ...(await import("@/lib/platform/storage/signed-url")),
  ...(await import("@/lib/generations/search-index/index-generations")),
});
let boards: Awaited<ReturnType<typeof load>>;
let owner: Viewer;

beforeAll(async () => {
  // Without sign-in, REST's caller is the owner of this machine.
  installation = await openInstallation();
  boards = await load();
  const { ensureLocalOwner } = await import("@/lib/identity/tenants/ensure-local-owner");
  const { sessionViewer } = await import("@/lib/platform/caller/viewer");
  owner = sessionViewer(await ensureLocalOwner(), "local");
});
afterAll(() => installation.close());

const hostile = ["cat\0dog", "cat \ud83d dog", "\ude00", "Cafe\u0301\0"];
const nested = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`);
const rest = (path: string, body: unknown) =>
  new Request(`http://localhost${path}`, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
const answer = async (query: string, variables: Record<string, unknown>) => {
  const { data, errors } = await askGraphql(owner, query, variables);
  expect(errors.map(({ extensions }) => extensions?.code)).not.toContain("INTERNAL_SERVER_ERROR");
  return { data: data as Record<string, Record<string, unknown>> | null, errors };
};
const createBoard = "mutation ($input: CreateBoardInput!) { made: createBoard(input: $input) { id title description settings } }";
const createTag = "mutation ($input: CreateTagInput!) { made: createTag(input: $input) { id name slug metadata } }";
const newBoard = async () => String((await answer(createBoard, { input: { title: "Text" } })).data?.made?.id);

async function uploadText(boardId: string, fields: Record<string, string>, filename: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ board_id: boardId, artifact_type: "text", ...fields })) form.set(name, value);
  form.set("file", new File(["some words"], filename, { type: "text/plain" }));
  const response = await boards.upload.POST(new Request("http://localhost/api/uploads/artifact", { method: "POST", body: form }));
  expect(response.status).toBe(200);
  const { id } = (await response.json()) as { id: string };
  return boards.db().generation.findUniqueOrThrow({ where: { id } });
}

describe("text that enters", () => {
  it.each(hostile)("by GraphQL is stored clean, in variables, literals and JSON: %j", async (text) => {
    const clean = text.toWellFormed().replaceAll("\0", "").normalize("NFC");
    const given = { title: `t${text}`, description: `d${text}`, settings: { [`k${text}`]: [text, { deep: text }] } };
    const expected = { title: `t${clean}`, description: `d${clean}`, settings: { [`k${clean}`]: [clean, { deep: clean }] } };
    expect((await answer(createBoard, { input: given })).data?.made).toMatchObject(expected);
    // A literal of GraphQL cannot say half a character.
    const literal = JSON.stringify(text.toWellFormed());
    const { data } = await answer(
      `mutation { made: createBoard(input: { title: "x", settings: { note: ${literal} }, description: ${literal} }) { description settings } }`,
      {},
    );
    expect(data?.made).toEqual({ description: clean, settings: { note: clean } });
  });

  it("by GraphQL is searched for clean", async () => {
    for (const query of hostile) {
      await answer("query ($query: String!) { searchBoards(query: $query) { id } tags(query: $query) { id } tagBySlug(slug: $query) { id } }", {
        query,
      });
      await answer("query ($input: GenerationSearchInput!) { searchGenerations(input: $input) { totalCount facets { statuses { count } } } }", {
        input: { query, generatorNames: [query] },
      });
    }
  });

  it("by REST is stored clean", async () => {
    for (const text of hostile) {
      const job = { board_id: await newBoard(), generator_name: "sketch", artifact_type: "image", input_params: { prompt: `a ${text}` } };
      const response = await boards.jobs.POST(rest("/api/jobs/generations", job));
      expect(response.status).toBe(200);
      const { generation_id: id } = (await response.json()) as { generation_id: string };
      const row = await boards.db().generation.findUniqueOrThrow({ where: { id } });
      expect(row.inputParams).toMatchObject({ prompt: `a ${text.toWellFormed().replaceAll("\0", "").normalize("NFC")}`.trim() });
    }
  });

  it("with a file keeps its emoji whole, in name and description", async () => {
    const boardId = await newBoard();
    const description = `${"a".repeat(1999)}😀`;
    const row = await uploadText(boardId, { user_description: description }, `${"a".repeat(254)}😀.txt`);
    expect(row.inputParams).toMatchObject({ user_description: description, original_filename: `${"a".repeat(254)}😀` });
    const longer = await uploadText(boardId, { user_description: `a${description}\0` }, "Cafe\u0301 и.txt");
    expect(longer.inputParams).toMatchObject({ user_description: `a${description.slice(0, 1999)}`, original_filename: "Café и.txt" });
    const search = "query ($input: GenerationSearchInput!) { found: searchGenerations(input: $input) { nodes { id } } }";
    for (const query of ["café", "CAFE\u0301", "И"])
      expect((await answer(search, { input: { query, boardId } })).data?.found).toEqual({ nodes: [{ id: longer.id }] });
  });

  it("is downloaded under any name", async () => {
    const { storageKey } = await uploadText(await newBoard(), {}, "words.txt");
    for (const filename of ["😀".repeat(300), `${"a".repeat(254)}😀`, "a\ud83d", "日本\r\nx: y"]) {
      const address = signed(storageKey ?? "", filename);
      const response = await boards.storage.GET(new Request(`http://localhost${address}`), {
        params: Promise.resolve({ path: (storageKey ?? "").split("/") }),
      });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[ -~]+\.txt"; filename\*=UTF-8''[%\w.!#$&+^`|~-]+$/);
    }
  });

  it("nested 3,000 deep is refused, by the name of its field", async () => {
    const { errors } = await answer(createBoard, { input: { title: "deep", settings: nested(3000) } });
    expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "settings" });
    const response = await boards.tenant.POST(rest("/api/setup/tenant", { name: "deep", slug: "deep", settings: nested(3000) }));
    expect([response.status, await response.json()]).toMatchObject([422, { code: "BAD_USER_INPUT" }]);
  });

  it.each(["0000-01-01T00:00:00Z", "-000001-01-01T00:00:00Z", "+012000-01-01T00:00:00Z"])(
    "as a time outside the calendar is refused: %s",
    async (time) => {
      const search = "query ($input: GenerationSearchInput!) { searchGenerations(input: $input) { totalCount } }";
      const { errors } = await answer(search, { input: { createdAfter: time } });
      expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
    },
  );

  it("as 40,000 names in a list is refused, by the name of its field", async () => {
    const search = "query ($input: GenerationSearchInput!) { searchGenerations(input: $input) { totalCount } }";
    const { errors } = await answer(search, { input: { generatorNames: Array.from({ length: 40_000 }, (_, each) => `generator-${each}`) } });
    expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "generatorNames" });
  });

  it("as a lower limit of ratings is 1 to 5", async () => {
    const search = "query ($input: GenerationSearchInput!) { searchGenerations(input: $input) { totalCount } }";
    const { errors } = await answer(search, { input: { minRating: 2_147_483_647 } });
    expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "minRating" });
  });
});

// Made here, since the product itself signs plain names only.
const signed = (key: string, filename: string) => boards.signStorageUrl(key, { download: true, filename });

describe("tags", () => {
  it.each([
    ["日本", "日本"],
    ["😀", "😀"],
    ["ＡＢＣ", "abc"],
    ["Привет Мир", "привет-мир"],
    [`${"a".repeat(96)}😀😀😀😀`, `${"a".repeat(96)}😀😀😀😀`],
  ])("have a name of any script: %s", async (name, slug) => {
    const { data, errors } = await answer(createTag, { input: { name } });
    expect(errors).toEqual([]);
    expect(data?.made).toMatchObject({ name, slug });
    expect((await answer("query ($slug: String!) { found: tagBySlug(slug: $slug) { name } }", { slug })).data?.found).toEqual({ name });
    const again = "mutation ($input: UpdateTagInput!) { made: updateTag(input: $input) { slug } }";
    expect((await answer(again, { input: { id: data?.made?.id, slug } })).data?.made).toEqual({ slug });
  });

  it("that look the same are one, and each spelling finds it", async () => {
    expect((await answer(createTag, { input: { name: "Caf\u00e9" } })).errors).toEqual([]);
    for (const name of ["Cafe\u0301", "CAFÉ", "Ｃａｆé"]) {
      const { errors } = await answer(createTag, { input: { name } });
      expect(errors[0]?.extensions).toMatchObject({ reason: "tag.slug_taken", field: "slug" });
    }
    for (const query of ["Cafe\u0301", "caf\u00e9", "CAFE", "ｃａｆｅ"])
      expect((await answer("query ($query: String) { found: tags(query: $query) { name } }", { query })).data?.found).toEqual([{ name: "Café" }]);
  });

  it("are sorted alike on every database: by their folded names", async () => {
    for (const name of ["zebra", "Äpfel", "apfel 2", "Zug", "яблоко", "Ёлка"]) await answer(createTag, { input: { name } });
    const names = ["Äpfel", "apfel 2", "zebra", "Zug", "Ёлка", "яблоко"];
    const all = (await answer("{ tags(limit: 200) { name } }", {})).data?.tags as unknown as { name: string }[];
    expect(all.map(({ name }) => name).filter((name) => names.includes(name))).toEqual(names);
    const paged: string[] = [];
    for (let after: string | null = null, hasNext = true; hasNext; ) {
      const page = "query ($after: String) { page: tagsConnection(first: 2, after: $after) { nodes { name } pageInfo { endCursor hasNextPage } } }";
      const { data } = await answer(page, { after });
      const { nodes, pageInfo } = (data as { page: { nodes: { name: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }).page;
      paged.push(...nodes.map(({ name }) => name));
      [after, hasNext] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(paged).toEqual(all.map(({ name }) => name));
  });

  it("need something that can be read", async () => {
    expect((await answer(createTag, { input: { name: "!!!" } })).errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "name" });
    // One character that takes eighteen.
    expect((await answer(createTag, { input: { name: "ﷺ".repeat(100) } })).errors).toEqual([]);
  });
});
