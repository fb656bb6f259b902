import { ask, base } from "./ask";
import { report } from "./report";

const rounds = Number(process.env.BENCH_ROUNDS ?? 200);
const manyBoards = 1000;

const boardPage = `query ($id: UUID!) {
  board(id: $id) {
    title generationCount owner { displayName } permissions { canEdit } members { role user { displayName } }
    generations(limit: 50) { id status thumbnailUrl user { displayName } tags { name } inputArtifacts { role generation { id } } }
  }
}`;
const boardList = "{ myBoards(limit: 50) { id title generationCount owner { displayName } coverGenerations { thumbnailUrl } } }";
const create = "mutation ($title: String!) { createBoard(input: { title: $title }) { id } }";
const remove = "mutation ($id: UUID!) { deleteBoard(id: $id) }";

async function time(query: string, variables: object): Promise<number[]> {
  const milliseconds: number[] = [];
  for (let round = 0; round < rounds + 20; round++) {
    const start = performance.now();
    await ask(query, variables as Record<string, unknown>);
    if (round >= 20) milliseconds.push(performance.now() - start);
  }
  return milliseconds;
}

/** The board page and the list of boards, over HTTP, with one board more and with a thousand. */
export async function measureBoards(): Promise<void> {
  const made: string[] = [];
  const newBoard = async (title: string) => {
    const { createBoard } = await ask<{ createBoard: { id: string } }>(create, { title });
    made.push(createBoard.id);
    return createBoard.id;
  };
  const id = await newBoard("Benchmark");
  const input = { boardId: id, generatorName: "prompt-writer", artifactType: "TEXT", inputParams: {} };
  for (let each = 0; each < 50; each++) await ask("mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }", { input });
  // What was asked for is made first, so that nothing else runs while it is measured.
  while (
    (await ask<{ recentGenerations: unknown[] }>("query ($id: UUID!) { recentGenerations(boardId: $id, status: COMPLETED) { id } }", { id }))
      .recentGenerations.length < 50
  )
    await new Promise((resolve) => setTimeout(resolve, 200));

  console.log(`${rounds} requests, one after another, at ${base}`);
  report("a board page of 50 generations, with 1 board", await time(boardPage, { id }));
  report("the list of boards, with 1 board", await time(boardList, {}));
  for (let each = 1; each < manyBoards; each++) await newBoard(`Benchmark ${each}`);
  report(`a board page of 50 generations, with ${manyBoards} boards`, await time(boardPage, { id }));
  report(`the list of boards (50 a page), with ${manyBoards} boards`, await time(boardList, {}));
  for (const board of made) await ask(remove, { id: board });
}
