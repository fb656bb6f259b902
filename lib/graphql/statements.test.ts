import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;

const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/db/client")),
  ...(await import("@/lib/graphql/context")),
  ...(await import("@/lib/graphql/server")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

async function boardWith(generations: number) {
  const { id: boardId, tenantId } = await boards.createBoard(owner, { title: `With ${generations}` });
  const rows = Array.from({ length: generations }, (_, index) => ({
    id: `0192aaaa-0000-7000-8000-${String(generations * 1000 + index).padStart(12, "0")}`,
    tenantId,
    boardId,
    userId: owner.userId,
    generatorName: "sketch",
    artifactType: "image",
    inputParams: {},
    batchId: owner.userId,
    status: "completed",
    inputArtifacts: [
      { generation_id: `0192aaaa-0000-7000-8000-${String(generations * 1000).padStart(12, "0")}`, role: "image", artifact_type: "image" },
    ],
  }));
  await boards.db().generation.createMany({ data: rows });
  return boardId;
}

/** Answers the data and how many statements it took. */
async function count(query: string, variables: Record<string, unknown> = {}) {
  let statements = 0;
  const counting = () => {
    statements += 1;
  };
  boards.db().$on("query", counting);
  const server = boards.createGraphqlServer();
  const { body } = await server.executeOperation({ query, variables }, { contextValue: boards.createContext({ viewer: owner }) });
  if (body.kind !== "single") throw new Error("expected one answer");
  expect(body.singleResult.errors).toBeUndefined();
  return { statements, data: body.singleResult.data };
}

const boardPage = `query ($id: UUID!) {
  board(id: $id) {
    title generationCount owner { displayName } permissions { canEdit } members { role user { displayName } }
    generations(limit: 200) { id status thumbnailUrl user { displayName } inputArtifacts { role generation { id status } } usedBy { id } }
  }
}`;

describe("a query costs a fixed number of statements", () => {
  it("the board page, with 1, 50 and 200 generations", async () => {
    const costs = [];
    for (const generations of [1, 50, 200]) {
      const id = await boardWith(generations);
      costs.push((await count(boardPage, { id })).statements);
    }
    expect(new Set(costs).size).toBe(1);
  });

  it("the board list, with 4 and with 50 boards", async () => {
    const boardList = "{ myBoards { title generationCount owner { displayName } permissions { canDelete } coverGenerations { thumbnailUrl } } }";
    const few = (await count(boardList)).statements;
    for (let each = 0; each < 46; each++) await boards.createBoard(owner, { title: `Board ${each}` });
    const many = await count(boardList);
    expect(many.data?.myBoards).toHaveLength(49);
    expect(many.statements).toBe(few);
  });
});
