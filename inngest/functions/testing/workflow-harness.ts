import http from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "inngest/node";
import { startLocalServer } from "@/inngest/local-server/server";
import { testKeys } from "@/inngest/local-server/testing/app";
import { createTestDatabase } from "@/inngest/local-server/testing/database";
import { endedRuns } from "@/inngest/local-server/testing/harness";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { startSimulator } from "@/lib/testing/simulators/simulator";
import { until } from "@/lib/testing/until";

/**
 * A whole product without its pages: installation, simulated providers, and the functions behind an Inngest server. That is the one of
 * this repository, or, with WORKFLOW_INNGEST_URL, WORKFLOW_INNGEST_EVENT_KEY and WORKFLOW_INNGEST_SIGNING_KEY set, a real one that
 * can reach this machine at WORKFLOW_APP_HOST (default 127.0.0.1).
 */
export async function openWorkflowHarness({ speed = 0, settings = {} }: { speed?: number; settings?: Record<string, string> } = {}) {
  const simulator = await startSimulator({ speed });
  let handler: http.RequestListener = (_request, response) => response.writeHead(503).end();
  const app = http.createServer((request, response) => handler(request, response));
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const host = process.env.WORKFLOW_APP_HOST ?? "127.0.0.1";
  const appUrl = `http://${host}:${(app.address() as AddressInfo).port}`;

  const real = process.env.WORKFLOW_INNGEST_URL;
  const engineDatabase = real ? null : await createTestDatabase();
  const engine = engineDatabase
    ? await startLocalServer({
        databaseUrl: engineDatabase.url,
        ...testKeys,
        port: 0,
        appUrl: `${appUrl}/api/inngest`,
        retryBaseMilliseconds: 30,
        shutdownMilliseconds: 1000,
        logLevel: "silent",
      })
    : null;
  const engineUrl = real ?? engine?.url ?? "";
  const keys = {
    eventKey: process.env.WORKFLOW_INNGEST_EVENT_KEY ?? testKeys.eventKey,
    signingKey: process.env.WORKFLOW_INNGEST_SIGNING_KEY ?? testKeys.signingKey,
  };
  const installation = await openInstallation({
    INNGEST_EVENT_KEY: keys.eventKey,
    INNGEST_SIGNING_KEY: keys.signingKey,
    INNGEST_BASE_URL: engineUrl,
    BOARDS_SIMULATOR_URL: simulator.url,
    BOARDS_CHARGE_SIMULATED_RUNS: "1",
    BOARDS_WEBHOOK_BASE_URL: appUrl,
    ...settings,
  });

  // Only now: these modules read their settings when they are first used.
  const { inngest } = await import("@/inngest/client");
  const { functions } = await import("@/inngest/functions");
  const { POST: webhook } = await import("@/app/api/webhooks/[provider]/[jobId]/route");
  const { db } = await import("@/lib/platform/db/client");
  const { createBoard } = await import("@/lib/boards/create-board");
  const { createGeneration } = await import("@/lib/generations/create-generation");
  const inngestHandler = serve({ client: inngest, functions });
  handler = async (request, response) => {
    const [, provider, jobId] = /^\/api\/webhooks\/([^/]+)\/([^/?]+)/.exec(request.url ?? "") ?? [];
    if (!provider || !jobId) return inngestHandler(request, response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = new Headers(request.headers as Record<string, string>);
    const asked = new Request(`${appUrl}${request.url}`, { method: "POST", headers, body: Buffer.concat(chunks) });
    const answer = await webhook(asked, { params: Promise.resolve({ provider, jobId }) });
    response.writeHead(answer.status).end();
  };
  // The local server asks the app for its functions; a real one is told of them.
  if (real) await fetch(`${appUrl}/api/inngest`, { method: "PUT" });
  if (engine) await until(async () => ((await (await fetch(`${engine.url}/health`)).json()) as { functions: number }).functions > 0);

  /** Waits until no generation of a batch is live any more, and answers them. */
  const ended = async (batchId: string) => {
    const isLive = () => db().generation.findFirst({ where: { batchId, status: { in: ["pending", "processing"] } }, select: { id: true } });
    await until(async () => (await isLive()) === null);
    return db().generation.findMany({ where: { batchId }, orderBy: { batchIndex: "asc" } });
  };

  return {
    simulator,
    installation,
    appUrl,
    ended,
    /** Waits until the runs that an event began have ended, at least one, and answers them as the engine tells. */
    runsOf: (eventId: string) => endedRuns(engineUrl, eventId, keys),
    async board(viewer: Viewer) {
      return createBoard(viewer, { title: "Harness" });
    },
    /** Asks for a generation; its first row. */
    async ask(viewer: Viewer, boardId: string, generatorName: string, inputParams: Record<string, unknown>) {
      const { findGenerator } = await import("@/lib/generators/catalogue/registry");
      return createGeneration(viewer, { boardId, generatorName, artifactType: findGenerator(generatorName)?.artifactType ?? "image", inputParams });
    },
    /** How many jobs the simulated providers accepted with this prompt. */
    accepted: (prompt: string) => [...simulator.book.jobs.values()].filter((job) => job.request.prompt === prompt).length,
    /** A batch's lines of the ledger, oldest first: type and US dollars. */
    async ledgerOf(batchId: string) {
      const where = { metadata: { path: ["batchId"], equals: batchId } };
      const rows = await db().creditTransaction.findMany({ where, orderBy: { id: "asc" } });
      return rows.map((row) => [row.transactionType, Number(row.amount)]);
    },
    /** The originals in the storage, after orphans were deleted, and those that rows name; both sorted. */
    async filesAndRows() {
      const { deleteOrphanFiles } = await import("@/lib/generations/artifacts/delete-orphan-files");
      const { currentStorage } = await import("@/lib/platform/storage/current-storage");
      const rows = await db().generation.findMany({ where: { storageKey: { not: null } }, select: { storageKey: true } });
      await deleteOrphanFiles(null, new Date(Date.now() + 2 * 24 * 3600 * 1000));
      const files = (await currentStorage().list(null, 100_000)).filter((key) => key.endsWith("/original"));
      return { files: files.toSorted(), named: rows.map(({ storageKey }) => storageKey).toSorted() };
    },
    async close() {
      await engine?.stop();
      await simulator.stop();
      app.closeAllConnections();
      await new Promise((resolve) => app.close(resolve));
      await installation.close();
      await engineDatabase?.drop();
    },
  };
}
