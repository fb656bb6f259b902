import pg from "pg";
import type { Simulator } from "../../lib/testing/simulators/simulator";
import type { Asked } from "./client";

/** What is left when the dust has settled. The last four must be 0. */
export interface Counts {
  asked: number;
  kills: Record<string, number>;
  reviewed: number;
  completed: number;
  failed: Record<string, number>;
  /** Jobs that providers accepted. */
  submitted: number;
  /** Of these, done within the call of a process that was killed: no provider has the result any more, and an admin gave the money back. */
  givenUp: number;
  lost: number;
  submittedTwice: number;
  stuck: number;
  ledgerImbalance: number;
}

/** Compares what was asked with what the database, the ledger and the simulated providers hold. */
export async function audit(
  databaseUrl: string,
  simulator: Simulator,
  asked: (Asked & { id: string })[],
): Promise<Omit<Counts, "kills" | "reviewed">> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const rowsOf = async (query: string) => (await client.query(query)).rows as Record<string, string>[];
  const generations = await rowsOf("SELECT id, batch_id, status, error_code, batch_index FROM boards.generations");
  const byId = new Map(generations.map((row) => [row.id, row]));
  const failed: Record<string, number> = {};
  for (const { status, error_code: code } of generations) if (status === "failed") failed[code ?? "?"] = (failed[code ?? "?"] ?? 0) + 1;

  const accepted = new Map<string, number>();
  for (const job of simulator.book.jobs.values()) {
    const prompt = /chaos \d+/.exec(JSON.stringify(job.request))?.[0] ?? "?";
    accepted.set(prompt, (accepted.get(prompt) ?? 0) + 1);
  }
  // Asked for and not there, or done by a provider and not on the board.
  const missing = asked.filter(({ id, inputParams }) => {
    const row = byId.get(id);
    const prompt = /chaos \d+/.exec(String(inputParams.prompt))?.[0] ?? "";
    return !row || (accepted.has(prompt) && row.status !== "completed");
  });
  const givenUp = missing.filter(
    ({ id, generatorName }) => generatorName.startsWith("openai") && byId.get(id)?.error_code === "provider.outcome_unknown",
  );
  const lost = missing.filter((each) => !givenUp.includes(each));
  const stuck = generations.filter(({ status }) => status === "pending" || status === "processing");
  const turns = await rowsOf("SELECT batch_id FROM boards.generation_turns");

  // Balanced: each account is the sum of its lines, each reserve is settled once, and what was paid is what completed jobs cost.
  const accounts = await rowsOf(
    "SELECT a.user_id FROM boards.credit_accounts a WHERE a.balance <> (SELECT coalesce(sum(t.amount), 0) FROM boards.credit_transactions t WHERE t.user_id = a.user_id)",
  );
  const unsettled = await rowsOf(
    "SELECT r.generation_id FROM boards.credit_transactions r WHERE r.transaction_type = 'reserve' AND (SELECT count(*) FROM boards.credit_transactions s WHERE s.generation_id = r.generation_id AND s.transaction_type IN ('finalize', 'refund')) <> 1",
  );
  const wrong = await rowsOf(
    `SELECT b.batch_id FROM (SELECT batch_id, sum(estimated_cost_usd) AS estimated FROM boards.generations GROUP BY batch_id) AS b WHERE
       -(SELECT coalesce(sum(t.amount), 0) FROM boards.credit_transactions t JOIN boards.generations g ON g.id = t.generation_id WHERE g.batch_id = b.batch_id)
       <> coalesce((SELECT sum(coalesce(j.billed_usd, b.estimated)) FROM boards.provider_jobs j WHERE j.batch_id = b.batch_id AND j.state = 'succeeded'), 0)`,
  );
  await client.end();
  const twice = [...accepted.values()].filter((count) => count > 1).length;
  for (const [what, list] of Object.entries({ lost, stuck, turns, accounts, unsettled, wrong }))
    if (list.length > 0) console.log(what, list.slice(0, 5));
  return {
    asked: asked.length,
    completed: generations.filter(({ status }) => status === "completed").length,
    failed,
    submitted: simulator.book.jobs.size,
    givenUp: givenUp.length,
    lost: lost.length,
    submittedTwice: twice,
    stuck: stuck.length + turns.length,
    ledgerImbalance: accounts.length + unsettled.length + wrong.length,
  };
}
