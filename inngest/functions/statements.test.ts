import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askEngineHere } from "@/inngest/engine-fetch";
import { type LocalServer, startLocalServer } from "@/inngest/local-server/server";
import { testKeys } from "@/inngest/local-server/testing/app";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";
import { until } from "@/lib/testing/until";

/* What a generation costs the database: the web server, the engine and the functions in one process, as far as they send statements. */

let installation: Awaited<ReturnType<typeof openInstallation>>;
let engine: LocalServer;
let observer: pg.Client;
let ada: Viewer;
let boardId: string;
const send = pg.Client.prototype.query;
interface Sent {
  client: pg.Client;
  text: string;
  /** Whether a transaction begins with it. */
  begins: boolean;
}
let sent: Sent[] = [];

beforeAll(async () => {
  installation = await openInstallation({
    INNGEST_EVENT_KEY: testKeys.eventKey,
    INNGEST_SIGNING_KEY: testKeys.signingKey,
    BOARDS_INNGEST_CHECKPOINTS: "1",
  });
  const { openFunctions } = await import("@/inngest/worker/open-functions");
  const databaseUrl = process.env.DATABASE_URL ?? "";
  engine = await startLocalServer({
    databaseUrl,
    ...testKeys,
    port: 0,
    logLevel: "silent",
    app: async ({ url, fetch }) => {
      process.env.INNGEST_BASE_URL = url;
      askEngineHere(fetch);
      return openFunctions(url);
    },
  });
  observer = new pg.Client({ connectionString: databaseUrl });
  await observer.connect();
  // What is due each minute writes, too: it would be counted where a minute ends within a test.
  await observer.query("SELECT inngest_local_worker.remove_job(key) FROM inngest_local_worker.jobs WHERE key LIKE 'cron:%'");
  ada = await installation.viewer("ada");
  const { createBoard } = await import("@/lib/boards/create-board");
  boardId = (await createBoard(ada, { title: "Counted" })).id;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...args: [string | { text: string; begins?: boolean }]) {
      const [query] = args;
      const { text, begins = false } = typeof query === "string" ? { text: query } : query;
      if (this !== observer) sent.push({ client: this, text: text.replace(/\s+/g, " ").trim(), begins });
      return (send as (...given: unknown[]) => unknown).apply(this, args);
    },
  });
});
afterAll(async () => {
  pg.Client.prototype.query = send;
  await engine.stop();
  await observer.end();
  await installation.close();
});

/** Makes one generation, up to the end of its run and the mark that its event was sent; answers the statements until then. */
async function generate(): Promise<string[]> {
  sent = [];
  const input = `{ boardId: "${boardId}", generatorName: "prompt-writer", artifactType: TEXT, inputParams: {} }`;
  expect(await askGraphql(ada, `mutation { createGeneration(input: ${input}) { id } }`)).toMatchObject({ errors: [] });
  await until(async () => {
    const { rows } = await observer.query<{ is_over: boolean }>(`
      SELECT NOT EXISTS (SELECT FROM inngest_local.runs WHERE ended_at IS NULL) AND NOT EXISTS (SELECT FROM boards.outbox_events WHERE sent_at IS NULL)
        AND NOT EXISTS (SELECT FROM inngest_local_worker.jobs WHERE key LIKE 'run:%') AS is_over`);
    return rows[0]?.is_over;
  });
  return sent.map(({ text }) => text);
}

/** Without what ends transactions, and without looking for jobs, which is done whether or not there is one. */
const counted = (statements: string[]) => statements.filter((each) => !/^(begin|commit)/i.test(each) && !each.includes("jobs.is_available"));

it("is at most 19 statements, two of its transactions of several, and the number of its board is the last that creating it takes", async () => {
  await generate();
  const statements = await generate();
  expect(counted(statements).length, counted(statements).join("\n")).toBeLessThanOrEqual(19);
  expect(sent.filter(({ begins }) => begins)).toHaveLength(2);
  const creating = statements.slice(0, statements.findIndex((each) => /^commit/i.test(each)) + 1);
  expect(counted(creating).length, counted(creating).join("\n")).toBeLessThanOrEqual(6);
  expect(counted(creating).at(-1)).toContain("board_event_counters");
  expect(creating.filter((each) => each.includes("audit_entries"))).toHaveLength(1);
});

it("waits for the disk three times: when it is asked for, when its file is remembered, and when it is finished", async () => {
  await generate();
  await generate();
  const waits = [...Map.groupBy(sent, ({ client }) => client).values()].flatMap(waitingIn);
  expect(waits.map((each) => /"(generations|generation_steps)"/.exec(each)?.[1])).toEqual(
    expect.arrayContaining(["generations", "generations", "generation_steps"]),
  );
  expect(waits, waits.join("\n")).toHaveLength(3);
});

/** Of what one connection sent: each transaction, or write without one, whose commit waits for the disk. Those of the engine never do. */
function waitingIn(statements: Sent[]): string[] {
  const units: string[][] = [];
  let open: string[] | undefined;
  for (const { text, begins } of statements) {
    if (begins) open = [text];
    else if (text === "COMMIT") {
      units.push(open ?? []);
      open = undefined;
    } else if (open) open.push(text);
    else units.push([text]);
  }
  const texts = units.map((unit) => unit.join("; "));
  return texts.filter((each) => /\b(insert|update|delete)\b/i.test(each) && !/synchronous_commit|inngest_local/.test(each));
}
