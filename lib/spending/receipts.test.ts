import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openLedger } from "@/lib/testing/ledger";

let ledger: Awaited<ReturnType<typeof openLedger>>;
let root: Viewer;
let owner: Viewer;
let colleague: Viewer;
let stranger: Viewer;

const load = async () => ({
  ...(await import("@/lib/generations/provider-jobs/settle-batch")),
  ...(await import("@/lib/platform/db/client")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  ledger = await openLedger();
  boards = await load();
  root = await ledger.installation.viewer("root");
  owner = await ledger.installation.viewer("owner", "studio");
  colleague = await ledger.installation.viewer("colleague", "studio");
  stranger = await ledger.installation.viewer("stranger", "elsewhere");
});
afterAll(() => ledger.close());

const receiptOf = (viewer: Viewer, generationId: string) =>
  askGraphql(
    viewer,
    `query ($id: UUID!) { receipt(generationId: $id) {
      generatorName madeByGenerator estimatedUsd costUsd lines { type amountUsd } attempts { providerName generatorName billedUsd failoverNote }
    } }`,
    { id: generationId },
  );

describe("a receipt", () => {
  it("tells what was set aside, tried and paid", async () => {
    const batch = await ledger.ask(colleague, 2);
    expect((await receiptOf(colleague, batch.id)).data?.receipt).toMatchObject({ estimatedUsd: 0.012, costUsd: null, attempts: [] });
    await ledger.job(batch, { state: "refused" });
    await ledger.job(batch, { state: "succeeded", billedUsd: 0.05, attempt: 2 });
    await ledger.end(batch.batchId, ["completed", "failed"]);
    await boards.settleBatch(batch.batchId);
    expect((await receiptOf(colleague, batch.id)).data?.receipt).toEqual({
      generatorName: "fal-flux-2",
      madeByGenerator: null,
      estimatedUsd: 0.012,
      costUsd: 0.025,
      lines: [
        { type: "RESERVE", amountUsd: -0.012 },
        { type: "FINALIZE", amountUsd: -0.013 },
      ],
      attempts: [
        { providerName: "fal", generatorName: "fal-flux-2", billedUsd: null, failoverNote: null },
        { providerName: "fal", generatorName: "fal-flux-2", billedUsd: 0.05, failoverNote: null },
      ],
    });
  });

  it("of what is free says so once it has ended", async () => {
    const batch = await ledger.ask(colleague, 1, { generatorName: "sketch" });
    expect((await receiptOf(colleague, batch.id)).data?.receipt).toMatchObject({ costUsd: null });
    await ledger.end(batch.batchId, ["completed"]);
    expect((await receiptOf(colleague, batch.id)).data?.receipt).toMatchObject({ costUsd: 0, lines: [] });
  });

  it("is for who asked, also when the board is no longer theirs to see, and for admins of the tenant", async () => {
    const { id, boardId } = await ledger.ask(colleague);
    await boards.db().board.update({ where: { id: boardId }, data: { ownerId: owner.userId } });
    const member = await ledger.installation.viewer("member", "studio");
    await boards.db().board.update({ where: { id: boardId }, data: { isPublic: true } });
    const keyWithoutAdmin = { ...owner, scopes: ["read", "write"] as const, via: "api-key" as const };
    const seen = async (viewer: Viewer) => (await receiptOf(viewer, id)).data?.receipt !== null;
    expect(await Promise.all([colleague, owner, member, keyWithoutAdmin, stranger, root].map(seen))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    await boards.db().board.update({ where: { id: boardId }, data: { ownerId: colleague.userId, isPublic: false } });
  });
});

describe("spending", () => {
  const spending = async (viewer: Viewer, groupBy: string, more = "") => {
    const { data, errors } = await askGraphql(viewer, `{ spending(groupBy: ${groupBy} ${more}) { key usd generations } }`);
    return errors[0] ? errors[0].extensions?.code : (data?.spending as unknown as { key: string; usd: number; generations: number }[]);
  };

  beforeAll(async () => {
    const ann = await ledger.installation.viewer("ann", "agency");
    const ben = await ledger.installation.viewer("ben", "agency");
    for (const viewer of [ann, ben]) await ledger.boardOf(viewer);
    const paid = await ledger.ask(ann, 2);
    await ledger.job(paid, { state: "succeeded", billedUsd: 1 });
    await ledger.end(paid.batchId, ["completed", "completed"]);
    await boards.settleBatch(paid.batchId);
    const failed = await ledger.ask(ann);
    await ledger.job(failed, { state: "failed" });
    await ledger.end(failed.batchId, ["failed"]);
    await boards.settleBatch(failed.batchId);
    await ledger.ask(ben, 1, { generatorName: "fal-nano-banana" });
  });

  it("adds up by person, board, generator and day", async () => {
    const [ann, ben] = [await ledger.installation.viewer("ann", "agency"), await ledger.installation.viewer("ben", "agency")];
    const bens = Number((await boards.db().generation.findFirstOrThrow({ where: { userId: ben.userId } })).estimatedCostUsd);
    const today = new Date().toISOString().slice(0, 10);
    expect(await spending(ann, "USER")).toEqual([{ key: ann.userId, usd: 1, generations: 3 }]);
    expect(await spending(ann, "USER", "everybody: true")).toEqual([
      { key: ann.userId, usd: 1, generations: 3 },
      { key: ben.userId, usd: bens, generations: 1 },
    ]);
    expect(await spending(ann, "BOARD", "everybody: true")).toEqual([
      { key: await ledger.boardOf(ann), usd: 1, generations: 3 },
      { key: await ledger.boardOf(ben), usd: bens, generations: 1 },
    ]);
    expect(await spending(ann, "GENERATOR", "everybody: true")).toEqual([
      { key: "fal-flux-2", usd: 1, generations: 3 },
      { key: "fal-nano-banana", usd: bens, generations: 1 },
    ]);
    expect(await spending(ann, "DAY", "everybody: true")).toEqual([{ key: today, usd: 1 + bens, generations: 4 }]);
    expect(await spending(ann, "TENANT", "everybody: true")).toEqual([{ key: ann.tenantId, usd: 1 + bens, generations: 4 }]);
  });

  it("is named for whoever asks for everybody, boards too that they cannot see", async () => {
    const [ann, ben] = [await ledger.installation.viewer("ann", "agency"), await ledger.installation.viewer("ben", "agency")];
    const names = async (viewer: Viewer, groupBy: string, more = "everybody: true") => {
      const { data } = await askGraphql(viewer, `{ spending(groupBy: ${groupBy} ${more}) { name } }`);
      const { spending: rows } = data as unknown as { spending: { name: string | null }[] };
      return rows.map(({ name }) => name);
    };
    expect(await names(ann, "USER")).toEqual(["ann", "ben"]);
    expect(await names(ann, "BOARD")).toEqual(["Ledger", "Ledger"]);
    expect(await names(ann, "GENERATOR")).toEqual(["FLUX.2 [dev]", "Nano Banana"]);
    expect(await names(ann, "DAY")).toEqual([null]);
    expect(await names(ann, "TENANT")).toEqual(["agency"]);
    expect(await names(ben, "BOARD", "")).toEqual([null]);
    expect(await names(root, "TENANT", "everyTenant: true")).toEqual(expect.arrayContaining(["agency"]));
  });

  it("counts for the day on which it was asked for, also when it was settled on another", async () => {
    const viewer = await ledger.installation.viewer("late", "studio");
    const generationId = uuidv7();
    const line = { tenantId: viewer.tenantId, userId: viewer.userId, generationId, balanceAfter: 0, generatorName: "fal-flux-2" };
    const at = (text: string) => new Date(text);
    await boards.db().creditTransaction.createMany({
      data: [
        { ...line, id: uuidv7(), transactionType: "reserve", amount: -3, createdAt: at("2026-10-31T23:50:00Z") },
        { ...line, id: uuidv7(), transactionType: "finalize", amount: 1, createdAt: at("2026-11-01T00:10:00Z") },
      ],
    });
    const during = (from: string, to: string) => spending(viewer, "DAY", `from: "${from}", to: "${to}"`);
    expect(await during("2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z")).toEqual([{ key: "2026-10-31", usd: 2, generations: 1 }]);
    expect(await during("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")).toEqual([]);
    expect(await during("2026-12-01T00:00:00Z", "2026-11-01T00:00:00Z")).toBe("BAD_USER_INPUT");
  });

  it("is the viewer's own; a tenant's is for its admins, and every tenant's for those of the installation", async () => {
    const ben = await ledger.installation.viewer("ben", "agency");
    expect(await spending(ben, "USER")).toMatchObject([{ key: ben.userId, generations: 1 }]);
    expect(await spending(ben, "USER", "everybody: true")).toBe("FORBIDDEN");
    expect(await spending(owner, "TENANT", "everyTenant: true")).toBe("FORBIDDEN");
    const everywhere = (await spending(root, "TENANT", "everyTenant: true")) as { key: string }[];
    expect(everywhere.map(({ key }) => key)).toEqual(expect.arrayContaining([owner.tenantId, ben.tenantId]));
    expect(await spending(stranger, "TENANT", "everybody: true")).toEqual([]);
  });
});
