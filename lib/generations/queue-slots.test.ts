import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openLedger } from "@/lib/testing/ledger";
import { vacuum } from "@/lib/testing/vacuum";

let ledger: Awaited<ReturnType<typeof openLedger>>;
let ann: Viewer;
let ben: Viewer;
let cid: Viewer;

const load = async () => ({
  ...(await import("@/lib/curation/bulk-jobs/delete-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/cancel-generation")),
  ...(await import("@/lib/generations/delete-generation")),
  ...(await import("@/lib/generations/queue-slots")),
});
let boards: Awaited<ReturnType<typeof load>>;

// fal's key may have three at work, a person two, a tenant four.
beforeAll(async () => {
  ledger = await openLedger({ BOARDS_CONCURRENCY_PER_KEY: "3", BOARDS_CONCURRENCY_PER_USER: "2", BOARDS_CONCURRENCY_PER_TENANT: "4" });
  boards = await load();
  ann = await ledger.installation.viewer("ann", "studio");
  ben = await ledger.installation.viewer("ben", "studio");
  cid = await ledger.installation.viewer("cid", "agency");
});
afterAll(() => ledger.close());
beforeEach(async () => {
  await boards.db().queueSlot.deleteMany();
  await boards.db().generation.updateMany({ where: { status: { in: ["pending", "processing"] } }, data: { status: "cancelled" } });
});

const atWork = (where: object = {}) => boards.db().queueSlot.count({ where: { ...where, admittedAt: { not: null } } });
const waiting = (where: object = {}) => boards.db().queueSlot.count({ where: { ...where, admittedAt: null } });
/** Ends the batch of a person that began first. */
async function finish(viewer: Viewer) {
  const turn = await boards.db().queueSlot.findFirstOrThrow({
    where: { userId: viewer.userId, admittedAt: { not: null } },
    orderBy: { admittedAt: "asc" },
  });
  const rows = await boards.db().generation.findMany({ where: { batchId: turn.batchId } });
  for (const { id } of rows) await boards.cancelGeneration(viewer, id);
}

/** Turns that wait, as if asked for one after the other. */
async function queue(viewer: Viewer, count: number, { keyId = "installation:fal", keyLimit = 3 } = {}) {
  const { tenantId, userId } = viewer;
  const now = Date.now();
  const data = Array.from({ length: count }, (_, index) => ({
    batchId: uuidv7(),
    tenantId,
    userId,
    keyId,
    keyLimit,
    createdAt: new Date(now + index),
  }));
  await boards.db().queueSlot.createMany({ data });
  return data.map(({ batchId }) => batchId);
}
/** Who began, in order. */
const begun = async () => {
  const names = new Map([ann, ben, cid].map((viewer, index) => [viewer.userId, ["ann", "ben", "cid"][index]]));
  const turns = await boards.db().queueSlot.findMany({ where: { admittedAt: { not: null } }, orderBy: { admittedAt: "asc" } });
  return turns.map((turn) => names.get(turn.userId));
};

describe("a batch has its turn", () => {
  it("at once where there is room, and is told to the engine once", async () => {
    const before = ledger.installation.events.received.length;
    const { batchId } = await ledger.ask(ann);
    expect(await atWork()).toBe(1);
    const told = ledger.installation.events.received.slice(before).filter((event) => event.data.batchId === batchId);
    expect(told).toMatchObject([{ name: "generation/requested", data: { batchId, userId: ann.userId, tenantId: ann.tenantId } }]);
    await boards.admitGenerations();
    expect(ledger.installation.events.received.filter((event) => event.data.batchId === batchId)).toHaveLength(1);
  });

  it("within the limits of person, key and tenant", async () => {
    for (let time = 0; time < 3; time++) await ledger.ask(ann);
    expect([await atWork(), await waiting()]).toEqual([2, 1]);
    for (let time = 0; time < 3; time++) await ledger.ask(cid);
    // cid's second would be the fourth on fal's key.
    expect([await atWork({ userId: cid.userId }), await waiting({ userId: cid.userId })]).toEqual([1, 2]);
    for (let time = 0; time < 2; time++) await ledger.ask(cid, 1, { generatorName: "sketch" });
    expect(await atWork({ userId: cid.userId })).toBe(2);
  });

  it("within the tenant's limit, whatever the key", async () => {
    const dan = await ledger.installation.viewer("dan", "studio");
    for (const [index, viewer] of [ann, ben, dan].entries()) await queue(viewer, 2, { keyId: `key ${index}` });
    await boards.admitGenerations();
    expect(await atWork({ tenantId: ann.tenantId })).toBe(4);
  });

  it("when another one has ended, been canceled or been deleted", async () => {
    const asked = [];
    for (let time = 0; time < 5; time++) asked.push(await ledger.ask(ann));
    expect([await atWork(), await waiting()]).toEqual([2, 3]);
    await boards.cancelGeneration(ann, asked[0]?.id ?? "");
    expect([await atWork(), await waiting()]).toEqual([2, 2]);
    await boards.deleteGeneration(ann, asked[1]?.id ?? "");
    expect([await atWork(), await waiting()]).toEqual([2, 1]);
    // One that waits and is canceled never begins.
    await boards.cancelGeneration(ann, asked[4]?.id ?? "");
    expect([await atWork(), await waiting()]).toEqual([2, 0]);
  });

  it("until the last of its generations has ended, also when they end at the same moment", async () => {
    const { batchId } = await ledger.ask(ann, 4);
    const rows = await boards.db().generation.findMany({ where: { batchId }, orderBy: { batchIndex: "asc" } });
    await boards.cancelGeneration(ann, rows[0]?.id ?? "");
    expect(await atWork()).toBe(1);
    const before = ledger.installation.events.received.length;
    const [, one, other, last] = rows.map(({ id }) => id);
    await Promise.all([boards.cancelGeneration(ann, one ?? ""), boards.deleteGeneration(ann, other ?? ""), boards.deleteGeneration(ann, last ?? "")]);
    expect(await boards.db().queueSlot.count()).toBe(0);
    const told = ledger.installation.events.received.slice(before).filter(({ name }) => name === "generation/cancelled");
    expect(told.map(({ data }) => data.batchId)).toEqual([batchId]);
  });

  it("and does not keep it when its board goes without a word", async () => {
    const { createBoard } = await import("@/lib/boards/create-board");
    const { createGeneration } = await import("@/lib/generations/create-generation");
    const board = await createBoard(ann, { title: "Doomed" });
    const request = { boardId: board.id, generatorName: "sketch", artifactType: "image", inputParams: { prompt: "hills" } };
    for (let time = 0; time < 2; time++) await createGeneration(ann, request);
    // As when its person is deleted: no code of ours hears of it.
    await boards.db().board.delete({ where: { id: board.id } });
    const { batchId } = await ledger.ask(ann);
    expect(await waiting()).toBe(1);
    expect(await boards.releaseLostSlots()).toBe(0);
    await boards.db().queueSlot.updateMany({ data: { createdAt: new Date(Date.now() - 120_000) } });
    expect(await boards.releaseLostSlots()).toBe(2);
    expect(await boards.admitGenerations()).toBe(1);
    expect(await boards.db().queueSlot.findMany()).toMatchObject([{ batchId, admittedAt: expect.any(Date) }]);
  });
});

describe("turns are fair", () => {
  it("who has the fewest at work is next, however many another has waiting", async () => {
    await queue(ann, 100);
    await queue(ben, 1);
    await queue(cid, 2);
    await boards.admitGenerations();
    expect(await begun()).toEqual(["ann", "ben", "cid"]);
  });

  it("a single one waits for the next that ends, not for another's hundred", async () => {
    for (let time = 0; time < 20; time++) await ledger.ask(ann);
    for (let time = 0; time < 20; time++) await ledger.ask(cid);
    expect([await atWork({ userId: ann.userId }), await atWork({ userId: cid.userId })]).toEqual([2, 1]);
    await ledger.ask(ben);
    expect(await atWork({ userId: ben.userId })).toBe(0);
    await finish(ann);
    expect(await atWork({ userId: ben.userId })).toBe(1);
  });

  it("each person's own begin in the order in which they were asked for", async () => {
    const batches = await queue(ann, 3);
    await boards.admitGenerations();
    const turns = await boards.db().queueSlot.findMany({ where: { admittedAt: { not: null } }, orderBy: { admittedAt: "asc" } });
    expect(turns.map(({ batchId }) => batchId)).toEqual(batches.slice(0, 2));
  });

  it("a full key does not hold up those who wait for another", async () => {
    await queue(ann, 50, { keyLimit: 0 });
    await queue(ann, 1, { keyId: "installation:kie" });
    expect(await boards.admitGenerations()).toBe(1);
  });
});

describe("many at the same moment", () => {
  it("never begin more than there is room for", async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, (_, index) => ledger.installation.viewer(`many-${index}`, index % 2 ? "studio" : "agency")),
    );
    for (const viewer of people) await queue(viewer, 5);
    const counts = await Promise.all(Array.from({ length: 12 }, () => boards.admitGenerations()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await atWork()).toBe(3);
  });

  it("all begin after an interruption, though one transaction takes a hundred", async () => {
    for (let index = 0; index < 250; index++) {
      const viewer = { tenantId: ann.tenantId, userId: uuidv7() } as Viewer;
      await queue(viewer, 1, { keyId: `key ${index}` });
    }
    const { env } = await import("@/lib/platform/env");
    const { concurrency } = env();
    const before = concurrency.tenant;
    concurrency.tenant = 1000;
    expect(await boards.admitGenerations()).toBe(250);
    concurrency.tenant = before;
    expect(await waiting()).toBe(0);
  });
});

describe("letting batches begin costs the same, however many wait", () => {
  interface Plan {
    "Node Type": string;
    "Relation Name"?: string;
    "Actual Rows": number;
    "Actual Loops": number;
    "Rows Removed by Filter"?: number;
    Plans?: Plan[];
  }
  const rowsRead = (plan: Plan): number =>
    (plan["Relation Name"] ? (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"] : 0) +
    (plan.Plans ?? []).reduce((sum, each) => sum + rowsRead(each), 0);

  /** Statements, and rows of the queue that they look at, for one turn. */
  async function cost(length: number, isAnalyzed: boolean) {
    await boards.db().queueSlot.deleteMany();
    await boards.db().$executeRaw`DELETE FROM boards.outbox_events`;
    await queue(ann, length - 1);
    await queue(ben, 1);
    if (isAnalyzed) await vacuum("generation_turns");
    await boards.admitGenerations();
    const turn = await boards.db().queueSlot.findFirstOrThrow({ where: { admittedAt: { not: null }, userId: ann.userId } });
    await boards.db().queueSlot.delete({ where: { batchId: turn.batchId } });
    const statements: { query: string }[] = [];
    const listening = { isOn: true };
    boards.db().$on("query", (event) => {
      if (listening.isOn) statements.push(event);
    });
    expect(await boards.admitGenerations()).toBe(1);
    listening.isOn = false;
    let rows = 0;
    const look = "EXPLAIN (ANALYZE, FORMAT JSON) SELECT * FROM boards.next_turn(2, 4)";
    const [answer] = await boards.db().$queryRawUnsafe<{ "QUERY PLAN": { Plan: Plan }[] }[]>(look);
    for (const { Plan } of answer?.["QUERY PLAN"] ?? []) rows += rowsRead(Plan);
    // What was sent before is marked as sent at a time of its own.
    return { statements: statements.filter(({ query }) => !query.includes("sent_at")).length, rows };
  }

  it.each([true, false])("in statements and in rows (statistics are fresh: %s)", async (isAnalyzed) => {
    const few = await cost(10, isAnalyzed);
    const many = await cost(5000, isAnalyzed);
    expect(few.statements).toBe(1);
    expect(few.rows).toBeGreaterThan(0);
    expect(many.statements).toBe(few.statements);
    expect(many.rows).toBeLessThanOrEqual(few.rows + 10);
  });
});
