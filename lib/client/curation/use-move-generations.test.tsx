// @vitest-environment happy-dom
import { afterAll, beforeAll, expect, it } from "vitest";
import { useBoardsToFill } from "../index.ts";
import { openClient } from "../testing/open-client.tsx";

let client: Awaited<ReturnType<typeof openClient>>;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.close());

it("what was archived isn't offered as a place to move results to", async () => {
  const { createBoard } = await import("@/lib/boards/create-board");
  const { archiveBoard } = await import("@/lib/boards/archive/archive-board");
  await createBoard(client.owner, { title: "This year" });
  const { id } = await createBoard(client.owner, { title: "Last year" });
  await archiveBoard(client.owner, id);
  await client.show(useBoardsToFill).until(({ boards }) => expect(boards?.map(({ title }) => title)).toEqual(["This year"]));
});
