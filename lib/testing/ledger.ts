import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { seedProviderJob } from "@/lib/testing/seed/provider-job";

/** An installation where everything that costs money can be asked for, and nobody does it: jobs are written down as they may have ended. */
export async function openLedger(settings: Record<string, string> = {}) {
  const installation = await openInstallation({
    BOARDS_SIMULATOR_URL: "http://127.0.0.1:1",
    BOARDS_CHARGE_SIMULATED_RUNS: "1",
    BOARDS_RATE_LIMITS: JSON.stringify({ generation: 1_000_000, request: 1_000_000 }),
    ...settings,
  });
  const { db } = await import("@/lib/platform/db/client");
  const { withinTenant } = await import("@/lib/platform/db/tenant-scope");
  const { createBoard } = await import("@/lib/boards/create-board");
  const { createGeneration } = await import("@/lib/generations/create-generation");
  const { setGeneratorSetting } = await import("@/lib/generators/settings/set-generator-setting");
  const boards = new Map<string, string>();

  async function boardOf(viewer: Viewer): Promise<string> {
    const known = boards.get(viewer.userId);
    if (known) return known;
    const { id } = await createBoard(viewer, { title: "Ledger" });
    boards.set(viewer.userId, id);
    return id;
  }

  return {
    installation,
    db,
    boardOf,
    close: () => installation.close(),
    /** Asks for images; the first row of the batch. */
    async ask(viewer: Viewer, count = 1, { generatorName = "fal-flux-2", ...more }: { generatorName?: string; idempotencyKey?: string } = {}) {
      const field = generatorName === "sketch" ? "count" : "num_images";
      const boardId = await boardOf(viewer);
      const inputParams = { prompt: "gold", [field]: count };
      // As a request comes in: in the tenant scope of the viewer's tenant.
      return withinTenant(viewer.tenantId, () => createGeneration(viewer, { boardId, generatorName, artifactType: "image", inputParams, ...more }));
    },
    /** Sets the price of a request in a viewer's tenant. */
    price: (viewer: Viewer, priceUsd: number | null, generatorName = "fal-flux-2") =>
      withinTenant(viewer.tenantId, () => setGeneratorSetting(viewer, { generatorName, priceUsd })),
    /** Writes a job of a batch down. */
    job: seedProviderJob,
    /** Ends the generations of a batch, in the order of their index. */
    async end(batchId: string, statuses: string[]) {
      for (const [batchIndex, status] of statuses.entries())
        await db().generation.updateMany({ where: { batchId, batchIndex }, data: { status, completedAt: new Date() } });
    },
    /** The ledger of a batch, as kind and amount. */
    async lines(batchId: string) {
      const rows = await db().creditTransaction.findMany({
        where: { metadata: { path: ["batchId"], equals: batchId } },
        orderBy: { id: "asc" },
      });
      return rows.map((row) => [row.transactionType, Number(row.amount)] as [string, number]);
    },
    balance: async (viewer: Viewer) => Number((await db().creditAccount.findUnique({ where: { userId: viewer.userId } }))?.balance ?? 0),
    /** What the ledger adds up to for each person, less what the accounts say: all zero. */
    async imbalances() {
      return db().$queryRaw<{ difference: number }[]>`
        SELECT (coalesce(sum(t.amount), 0) - a.balance)::float8 AS difference FROM boards.credit_accounts AS a
        LEFT JOIN boards.credit_transactions AS t ON t.user_id = a.user_id GROUP BY a.user_id, a.balance
        HAVING coalesce(sum(t.amount), 0) <> a.balance`;
    },
  };
}
