import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
beforeAll(async () => {
  installation = await openInstallation();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

it("whoever comes second to what is deleted or made at the same moment is told so, and nothing is our fault", async () => {
  const { createBoard } = await import("@/lib/boards/create-board");
  const { createGeneration } = await import("@/lib/generations/create-generation");
  const board = await createBoard(owner, { title: "x" });
  for (let round = 0; round < 5; round++) {
    const request = { boardId: board.id, generatorName: "sketch", artifactType: "image", inputParams: { prompt: "x" } } as const;
    const { id } = await createGeneration(owner, request);
    const deletion = () => askGraphql(owner, "mutation ($ids: [UUID!]!) { deleteGenerations(ids: $ids) }", { ids: [id] });
    const tag = () =>
      askGraphql(owner, "mutation ($name: String!) { createTag(input: { name: $name, slug: $name }) { id } }", { name: `tag-${round}` });
    const answers = await Promise.all([deletion(), deletion(), deletion(), tag(), tag()]);
    const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.code));
    for (const code of codes) expect(["NOT_FOUND", "CONFLICT"]).toContain(code);
    expect(answers.slice(0, 3).filter(({ errors }) => errors.length === 0).length).toBeGreaterThan(0);
  }
});

it.each([
  ["P2025", "database.overtaken"],
  ["P2003", "database.overtaken"],
  ["23505", "database.overtaken"],
  ["P2028", "database.busy"],
])("%s is %s", async (code, reason) => {
  const { databaseErrorOf } = await import("@/lib/platform/db/database-error");
  expect(databaseErrorOf({ code })).toMatchObject({ reason });
});

it("leaves an error alone that says already what the database's refusal means", async () => {
  const { databaseErrorOf } = await import("@/lib/platform/db/database-error");
  const { BoardsError } = await import("@/lib/platform/errors");
  const taken = new BoardsError("tag.slug_taken", { field: "slug", cause: { code: "P2002" } });
  expect(databaseErrorOf(taken)).toBe(taken);
});
