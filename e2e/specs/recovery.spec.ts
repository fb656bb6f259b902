import { readFile } from "node:fs/promises";
import { graphql } from "../fixtures/graphql";
import { expect, test } from "../fixtures/test";

interface JournalEvent {
  generationId: string;
  phase: string;
  type: string;
}

/** Everything that ever happened on a board, read from the event stream as a client that has seen nothing yet. */
async function journalOf(address: string): Promise<JournalEvent[]> {
  const abort = new AbortController();
  const response = await fetch(address, { headers: { "last-event-id": "0" }, signal: abort.signal });
  const events: JournalEvent[] = [];
  let text = "";
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString();
    const messages = text.split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages) if (message.startsWith("event: generation")) events.push(JSON.parse(message.split("\ndata: ")[1] ?? "{}"));
    if (events.at(-1)?.type === "completed") break;
  }
  abort.abort();
  return events;
}

test("Next.js killed in the middle of a generation: it completes after the restart, and finished steps are not repeated", async ({
  board,
  request,
  baseURL,
}) => {
  await board.composer.getByRole("textbox", { name: "Prompt" }).fill("survivor");
  await board.generate();
  await board.finished(/Open Sketch/);
  const sketch = await board.newest("sketch");
  const input = {
    boardId: board.id,
    generatorName: "slideshow",
    artifactType: "VIDEO",
    inputParams: { images: Array(5).fill(sketch.id), seconds_per_image: 5 },
  };
  const query = "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }";
  const { createGeneration } = await graphql<{ createGeneration: { id: string } }>(request, query, { input });
  await expect.poll(async () => Number(await board.tiles.getByRole("progressbar").getAttribute("aria-valuenow"))).toBeGreaterThan(5);

  process.kill(Number(await readFile(".boards/e2e/web.pid", "utf8")), "SIGKILL");

  await board.finished(/Open Slideshow/);
  expect(await board.newest("slideshow")).toMatchObject({ id: createGeneration.id, status: "COMPLETED" });
  const events = (await journalOf(`${baseURL}/api/events?board=${board.id}`)).filter((event) => event.generationId === createGeneration.id);
  expect(events.filter((event) => event.phase === "initializing")).toHaveLength(1);
  expect(events.filter((event) => event.type === "completed")).toHaveLength(1);
});
