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

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await askGraphql(owner, query, variables as Record<string, unknown>);
  expect(errors).toEqual([]);
  return data as Data;
}

// What a query would load beside the row must be there after a mutation as well.
it("a mutation answers what hangs on the row that it changed", async () => {
  const { createBoard } = await ask<{ createBoard: { id: string } }>(
    'mutation { createBoard(input: { title: "x" }) { id owner { id balanceUsd } members { id } } }',
  );
  const { createTag } = await ask<{ createTag: { id: string } }>('mutation { createTag(input: { name: "red" }) { id } }');
  const input = { boardId: createBoard.id, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "x" } };
  const { createGeneration } = await ask<{ createGeneration: { id: string; tags: unknown[] } }>(
    "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id tags { name } board { title } user { id } } }",
    { input },
  );
  expect(createGeneration.tags).toEqual([]);
  const id = createGeneration.id;
  await ask("mutation ($id: UUID!, $tag: UUID!) { addTagToGeneration(generationId: $id, tagId: $tag) { name } }", { id, tag: createTag.id });
  expect(await ask("mutation ($id: UUID!) { cancelGeneration(id: $id) { status tags { name } board { title } } }", { id })).toEqual({
    cancelGeneration: { status: "CANCELLED", tags: [{ name: "red" }], board: { title: "x" } },
  });
  expect(await ask("mutation ($id: UUID!) { retryGeneration(id: $id) { tags { name } } }", { id })).toEqual({ retryGeneration: { tags: [] } });
});

it("a balance is told after a change of the profile as it is before", async () => {
  const grant = "mutation ($id: UUID!) { addCredits(input: { userId: $id, usd: 5, kind: GRANT }) }";
  await ask(grant, { id: owner.userId });
  expect(await ask('mutation { updateUser(input: { displayName: "Ada" }) { displayName balanceUsd } }')).toEqual({
    updateUser: { displayName: "Ada", balanceUsd: 5 },
  });
});
