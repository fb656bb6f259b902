// @vitest-environment happy-dom
import { afterAll, beforeAll, expect, it } from "vitest";
import { seedGeneration, seedGenerations } from "@/lib/testing/seed/generation";
import { useRunningFacts } from "./index.ts";
import { openClient } from "./testing/open-client.tsx";

let client: Awaited<ReturnType<typeof openClient>>;
let place: { tenantId: string; userId: string; boardId: string };
beforeAll(async () => {
  client = await openClient();
  const { createBoard } = await import("@/lib/boards/create-board");
  place = { ...client.owner, boardId: (await createBoard(client.owner, { title: "Queue", isPublic: true })).id };
});
afterAll(() => client.close());

const at = (second: number) => new Date(Date.UTC(2026, 4, 1) + second * 1000);

it("tells the place in the queue, the median duration of the last results, and the price; to strangers nothing", async () => {
  // Slow in the old days, and one that was slow lately.
  const seconds = (index: number) => (index < 30 ? 900 : index === 45 ? 500 : 12);
  await seedGenerations(place, 50, (index) => ({ startedAt: at(index * 1000), completedAt: at(index * 1000 + seconds(index)) }));
  const first = await seedGeneration(place, { status: "pending", createdAt: at(1), estimatedCostUsd: 0.04 });
  const second = await seedGeneration(place, { status: "pending", createdAt: at(2), generatorName: "never-used" });
  const running = await seedGeneration(place, { status: "processing", startedAt: at(3) });
  const ids = [first.id, second.id, running.id];

  const mine = client.show(() => useRunningFacts(ids));
  await mine.until((facts) => expect(facts.size).toBe(3));
  expect(ids.map((id) => mine.now.get(id))).toEqual([
    { queuePosition: 0, expectedSeconds: 12, estimatedCostUsd: 0.04 },
    { queuePosition: 1, expectedSeconds: null, estimatedCostUsd: null },
    { queuePosition: null, expectedSeconds: 12, estimatedCostUsd: null },
  ]);
  const theirs = client.show(() => useRunningFacts(ids), { viewer: await client.ledger.installation.viewer("stranger", "another") });
  await theirs.until((facts) => expect(facts.size).toBe(3));
  for (const id of ids) expect(theirs.now.get(id)).toEqual({ queuePosition: null, expectedSeconds: null, estimatedCostUsd: null });
});

it("asks for nothing while nothing runs", async () => {
  const none: string[] = [];
  client.asked.length = 0;
  const hook = client.show(() => useRunningFacts(none));
  await client.show(() => useRunningFacts(["0192aaaa-0000-7000-8000-00000000dead"])).until(() => expect(client.asked).toEqual(["RunningFacts"]));
  expect(hook.now.size).toBe(0);
});
