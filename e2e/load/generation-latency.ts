import { v7 as uuidv7 } from "uuid";
import { ask, base } from "./ask";
import { follow, type Journal } from "./follow";
import { report } from "./report";

const rounds = Number(process.env.BENCH_ROUNDS ?? 60);

/** From createGeneration to the browser, of a generator that does next to nothing. */
export async function measureGenerations(): Promise<void> {
  const { createBoard } = await ask<{ createBoard: { id: string } }>('mutation { createBoard(input: { title: "Benchmark" }) { id } }');
  const boardId = createBoard.id;
  const waiting = new Map<string, (event: Journal) => void>();
  const abort = new AbortController();
  const following = follow(base, boardId, (event) => event.status === "completed" && waiting.get(event.generationId)?.(event), abort.signal).catch(
    () => undefined,
  );

  const toCompleted: number[] = [];
  const perStep: number[] = [];
  const toBrowser: number[] = [];
  for (let round = 0; round < rounds + 5; round++) {
    const start = performance.now();
    const startedAt = Date.now();
    const create = "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }";
    const input = { boardId, generatorName: "prompt-writer", artifactType: "TEXT", inputParams: {}, idempotencyKey: uuidv7() };
    const { createGeneration } = await ask<{ createGeneration: { id: string } }>(create, { input });
    const event = await new Promise<Journal>((resolve) => {
      waiting.set(createGeneration.id, resolve);
    });
    const { generation } = await ask<{ generation: { createdAt: string; startedAt: string; completedAt: string } }>(
      "query ($id: UUID!) { generation(id: $id) { createdAt startedAt completedAt } }",
      { id: createGeneration.id },
    );
    // The first few warm caches and compilers.
    if (round < 5) continue;
    toCompleted.push(new Date(generation.completedAt).getTime() - startedAt);
    // From the start of the run: the steps run and store-output, with their work and the engine's share.
    perStep.push((new Date(generation.completedAt).getTime() - new Date(generation.startedAt).getTime()) / 2);
    toBrowser.push(event.receivedAt - start - (new Date(generation.completedAt).getTime() - startedAt));
  }
  abort.abort();
  await following;
  await ask("mutation ($id: UUID!) { deleteBoard(id: $id) }", { id: boardId });

  console.log(`${rounds} runs of prompt-writer, one after another, at ${base}`);
  report("createGeneration to completed", toCompleted);
  report("a step of the workflow, its work included", perStep);
  report("completed in the journal to the browser's event", toBrowser);
}
