import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { openInstallation } from "@/lib/testing/installation";

/*
 * What the original's own client sends: the 22 of its 29 operations that are valid against the original's schema, in the fields that its hooks
 * read. Each is checked against that schema, sent with variables, and must answer data.
 */

const user = "id email displayName avatarUrl createdAt";
const boardFields = "id tenantId ownerId title description isPublic settings metadata createdAt updatedAt generationCount";
const generationFields =
  "id tenantId boardId userId generatorName artifactType storageUrl thumbnailUrl inputParams outputMetadata externalJobId status progress errorMessage startedAt completedAt createdAt updatedAt";
const tagFields = "id tenantId name slug description metadata createdAt updatedAt";
const node = (next: string) => `depth role generation { ${generationFields} } ${next} { depth role generation { ${generationFields} } }`;

const operations: Record<string, string> = {
  GetCurrentUser: `query GetCurrentUser { me { ${user} } }`,
  GetBoards: `query GetBoards($limit: Int, $offset: Int) { myBoards(limit: $limit, offset: $offset) { ${boardFields} owner { ${user} } } }`,
  GetBoard: `query GetBoard($id: UUID!, $limit: Int, $offset: Int) { board(id: $id) { ${boardFields} owner { ${user} }
    members { id boardId userId role invitedBy joinedAt user { ${user} } inviter { ${user} } }
    generations(limit: $limit, offset: $offset) { ${generationFields} } } }`,
  GetGenerators:
    "query GetGenerators($artifactType: String) { generators(artifactType: $artifactType) { name description artifactType inputSchema } }",
  GetAncestry: `query GetAncestry($id: UUID!, $maxDepth: Int = 25) { generation(id: $id) { id ancestry(maxDepth: $maxDepth) { ${node("parents")} } } }`,
  GetDescendants: `query GetDescendants($id: UUID!, $maxDepth: Int = 25) { generation(id: $id) { id descendants(maxDepth: $maxDepth) { ${node("children")} } } }`,
  GetInputArtifacts: `query GetInputArtifacts($id: UUID!) { generation(id: $id) { id inputArtifacts { generationId role artifactType generation { ${generationFields} } } } }`,
  CreateBoard: `mutation CreateBoard($input: CreateBoardInput!) { createBoard(input: $input) { ${boardFields} owner { ${user} } } }`,
  UpdateBoard: `mutation UpdateBoard($input: UpdateBoardInput!) { updateBoard(input: $input) { ${boardFields} owner { ${user} } } }`,
  CreateGeneration: `mutation CreateGeneration($input: CreateGenerationInput!) { createGeneration(input: $input) { ${generationFields} } }`,
  CancelGeneration: `mutation CancelGeneration($id: UUID!) { cancelGeneration(id: $id) { id status } }`,
  DeleteGeneration: "mutation DeleteGeneration($id: UUID!) { deleteGeneration(id: $id) }",
  UploadArtifactFromUrl: `mutation UploadArtifactFromUrl($input: UploadArtifactInput!) { uploadArtifact(input: $input) { ${generationFields} } }`,
  GetTags: `query GetTags($limit: Int, $offset: Int) { tags(limit: $limit, offset: $offset) { ${tagFields} } }`,
  GetTag: `query GetTag($id: UUID!) { tag(id: $id) { ${tagFields} } }`,
  GetTagBySlug: `query GetTagBySlug($slug: String!) { tagBySlug(slug: $slug) { ${tagFields} } }`,
  GetGenerationTags: `query GetGenerationTags($id: UUID!) { generation(id: $id) { id tags { ${tagFields} } } }`,
  CreateTag: `mutation CreateTag($input: CreateTagInput!) { createTag(input: $input) { ${tagFields} } }`,
  UpdateTag: `mutation UpdateTag($input: UpdateTagInput!) { updateTag(input: $input) { ${tagFields} } }`,
  DeleteTag: "mutation DeleteTag($id: UUID!) { deleteTag(id: $id) }",
  AddTagToGeneration: `mutation AddTagToGeneration($generationId: UUID!, $tagId: UUID!) { addTagToGeneration(generationId: $generationId, tagId: $tagId) { ${tagFields} } }`,
  RemoveTagFromGeneration:
    "mutation RemoveTagFromGeneration($generationId: UUID!, $tagId: UUID!) { removeTagFromGeneration(generationId: $generationId, tagId: $tagId) }",
};

let installation: Awaited<ReturnType<typeof openInstallation>>;
let graphql: typeof import("@/app/api/graphql/route");
beforeAll(async () => {
  installation = await openInstallation({ BOARDS_FETCH_ALLOWED_ADDRESSES: "127.0.0.1" });
  graphql = await import("@/app/api/graphql/route");
});
afterAll(() => installation.close());

it("answers each of the 22 operations with data", async () => {
  const original = buildSchema(await readFile(join(import.meta.dirname, "../../lib/api/graphql/original.graphql"), "utf8"));
  expect(Object.keys(operations)).toHaveLength(22);
  for (const [name, text] of Object.entries(operations)) expect(validate(original, parse(text)), name).toEqual([]);

  const answered = new Set<string>();
  let extensions: unknown;
  const send = async (name: string, variables: object = {}) => {
    const body = JSON.stringify({ operationName: name, query: operations[name], variables });
    const headers = { "content-type": "application/json", "x-tenant": "default" };
    const response = await graphql.POST(new Request("http://localhost/graphql", { method: "POST", headers, body }));
    const answer = (await response.json()) as { data: Record<string, never>; errors?: unknown; extensions?: unknown };
    extensions = answer.extensions;
    expect(answer.errors, name).toBeUndefined();
    answered.add(name);
    return Object.values(answer.data)[0] as never;
  };

  expect(await send("GetCurrentUser")).toMatchObject({ email: "dev@example.com" });
  const { id: boardId } = (await send("CreateBoard", {
    input: { title: "A board", description: "of the original's client", isPublic: false, settings: { a: 1 } },
  })) as { id: string };
  expect(await send("UpdateBoard", { input: { id: boardId, description: "", settings: { b: 2 } } })).toMatchObject({
    description: null,
    settings: { a: 1, b: 2 },
  });
  expect(await send("GetBoards", { limit: 50, offset: 0 })).toHaveLength(1);
  expect(await send("GetGenerators", { artifactType: "image" })).not.toHaveLength(0);

  const generator = { boardId, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "hills" } };
  const { id } = (await send("CreateGeneration", { input: generator })) as { id: string };
  expect(await send("GetBoard", { id: boardId, limit: 100, offset: 0 })).toMatchObject({
    generationCount: 1,
    generations: [{ id, status: "PENDING" }],
  });
  const { id: tagId } = (await send("CreateTag", { input: { name: "Good Ones" } })) as { id: string };
  expect(await send("UpdateTag", { input: { id: tagId, name: "Best Ones", slug: null } })).toMatchObject({ slug: "best-ones" });
  expect(await send("AddTagToGeneration", { generationId: id, tagId })).toMatchObject({ id: tagId });
  expect(await send("GetGenerationTags", { id })).toMatchObject({ tags: [{ id: tagId }] });
  expect(await send("GetTags", { limit: 100, offset: 0 })).toHaveLength(1);
  expect(await send("GetTag", { id: tagId })).toMatchObject({ name: "Best Ones" });
  expect(await send("GetTagBySlug", { slug: "best-ones" })).toMatchObject({ id: tagId });
  expect(await send("GetAncestry", { id })).toMatchObject({ ancestry: { depth: 0, parents: [] } });
  expect(await send("GetDescendants", { id, maxDepth: 5 })).toMatchObject({ descendants: { depth: 0, children: [] } });
  expect(await send("GetInputArtifacts", { id })).toMatchObject({ inputArtifacts: [] });
  expect(await send("RemoveTagFromGeneration", { generationId: id, tagId })).toBe(true);
  await send("AddTagToGeneration", { generationId: id, tagId });
  expect(await send("DeleteTag", { id: tagId })).toBe(true);
  expect(await send("CancelGeneration", { id })).toMatchObject({ status: "CANCELLED" });
  expect(await send("DeleteGeneration", { id })).toBe(true);

  const { createServer } = await import("node:http");
  const files = createServer((_request, response) => response.end("A text from an address."));
  await new Promise<void>((resolve) => files.listen(0, "127.0.0.1", resolve));
  const { port } = files.address() as { port: number };
  const input = { boardId, artifactType: "TEXT", fileUrl: `http://127.0.0.1:${port}/note.txt`, originalFilename: "note.txt" };
  expect(await send("UploadArtifactFromUrl", { input })).toMatchObject({ status: "COMPLETED", generatorName: "user-upload-text" });
  files.close();

  // Its page sends a prompt to every generator, and one image where a list of them is asked for.
  const picture = (await send("CreateGeneration", { input: generator })) as { id: string };
  await db().generation.update({ where: { id: picture.id }, data: { status: "completed", storageKey: "a/b/c.png" } });
  const slideshow = { boardId, generatorName: "slideshow", artifactType: "VIDEO", inputParams: { prompt: "hello", images: picture.id } };
  expect(extensions).toBeUndefined();
  expect(await send("CreateGeneration", { input: slideshow })).toMatchObject({ inputParams: { images: [picture.id] } });
  expect(extensions).toMatchObject({ warnings: [{ field: "inputParams.prompt", message: "Slideshow doesn't use a prompt, so it was ignored." }] });

  expect([...answered].sort()).toEqual(Object.keys(operations).sort());
});
