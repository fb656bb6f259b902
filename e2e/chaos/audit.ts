import pg from "pg";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import type { Simulator } from "../../lib/testing/simulators/simulator";
import { checkInvariants, invariants } from "../invariants/all";
import type { Asked } from "./client";
import type { Victim } from "./killer";

/** What is left when the dust has settled. Lost, submitted twice and broken must be 0. */
export interface Counts {
  asked: number;
  /** How often each part was killed, and how many of these kills were at which boundary of a step. */
  kills: Record<Victim, number>;
  atBoundary: Record<string, number>;
  reviewed: number;
  completed: number;
  failed: Record<string, number>;
  /** Jobs that providers accepted. */
  submitted: number;
  /** Of these, done within the call of a process that was killed: no provider has the result any more, and an admin gave the money back. */
  givenUp: number;
  lost: number;
  submittedTwice: number;
  /** Invariants that do not hold. */
  broken: number;
}

/** A process that was killed leaves audit entries begun, and files that the hourly round removes. */
const afterKills = invariants.filter(({ name }) => !["audit entries are ended", "files have rows"].includes(name));

/** Compares what was asked with what the database and the simulated providers hold, and checks what holds of every installation at rest. */
export async function audit(
  databaseUrl: string,
  storageFolder: string,
  simulator: Simulator,
  asked: (Asked & { id: string })[],
): Promise<Omit<Counts, "kills" | "atBoundary" | "reviewed">> {
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
  // Asked for and not there or not ended, or done by a provider and not on the board.
  const missing = asked.filter(({ id, inputParams }) => {
    const row = byId.get(id);
    const prompt = /chaos \d+/.exec(String(inputParams.prompt))?.[0] ?? "";
    return !row || liveStatuses.includes(row.status ?? "") || (accepted.has(prompt) && row.status !== "completed");
  });
  const givenUp = missing.filter(
    ({ id, generatorName }) => generatorName.startsWith("openai") && byId.get(id)?.error_code === "provider.outcome_unknown",
  );
  const lost = missing.filter((each) => !givenUp.includes(each));
  await client.end();
  const twice = [...accepted.values()].filter((count) => count > 1).length;
  if (lost.length > 0) console.log("lost", lost.slice(0, 5));
  const breaches = await checkInvariants(databaseUrl, storageFolder, afterKills);
  return {
    asked: asked.length,
    completed: generations.filter(({ status }) => status === "completed").length,
    failed,
    submitted: simulator.book.jobs.size,
    givenUp: givenUp.length,
    lost: lost.length,
    submittedTwice: twice,
    broken: Object.values(breaches).reduce((sum, count) => sum + count, 0),
  };
}
