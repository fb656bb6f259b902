import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { Simulator } from "../../lib/testing/simulators/simulator";

export type Victim = "web" | "worker" | "postgres";

const victims: Victim[] = ["web", "worker", "postgres"];
/** Kills that meet a product which is still coming up from the one before. */
const recklessShare = 0.2;
/** What it is given, once it is up, to get something done in. */
const workMs = 2500;

/** Kills parts of a running installation with -9, which the launcher starts again. */
export class Killer {
  readonly kills: Record<Victim, number> = { web: 0, worker: 0, postgres: 0 };
  /** Of these, how many at each boundary. */
  readonly atBoundary: Record<string, number> = {};
  private isBusy = false;
  private upSince = 0;

  constructor(
    private readonly home: string,
    private readonly url: string,
    private readonly databaseUrl: () => Promise<string>,
    private readonly mostKills: number,
  ) {}

  /** Whether it has killed as often as it was to. */
  get isDone(): boolean {
    return Object.values(this.kills).reduce((sum, count) => sum + count, 0) >= this.mostKills;
  }

  /** Kills one part, as a rule only when all of them are up: else nothing would ever get done. Answers whether it did. */
  async kill(victim: Victim): Promise<boolean> {
    if (this.isBusy || this.isDone) return false;
    this.isBusy = true;
    try {
      if (Math.random() > recklessShare && !(await this.hasWorked())) return false;
      const pid = victim === "postgres" ? await this.postmaster() : Number(await readFile(join(this.home, `${victim}.pid`), "utf8"));
      if (!pid) return false;
      process.kill(victim === "postgres" ? pid : -pid, "SIGKILL");
      this.upSince = 0;
      this.kills[victim] += 1;
      return true;
    } catch (error) {
      console.log(`  ${victim} could not be killed: ${(error as Error).message}`);
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  /** Kills one part after the other, at random moments. */
  atRandom(everyMs: number) {
    let timer: NodeJS.Timeout;
    const next = () => {
      const victim = victims[Math.floor(Math.random() * victims.length)];
      if (victim) void this.kill(victim);
      timer = setTimeout(next, everyMs * (0.5 + Math.random()));
    };
    timer = setTimeout(next, everyMs);
    return { stop: () => clearTimeout(timer) };
  }

  /**
   * Kills at the boundaries of steps: when a provider has just taken a submit, a look, a file (the simulator tells), and when a job or a
   * generation has just changed its state (the database tells). Each boundary meets each part once.
   */
  atBoundaries(simulator: Simulator) {
    const todo = new Map<string, Victim[]>();
    const meet = (boundary: string) => {
      const left = todo.get(boundary) ?? [...victims];
      const [victim, ...others] = left;
      if (!victim) return;
      todo.set(boundary, left);
      void this.kill(victim).then((isDone) => {
        if (!isDone) return;
        todo.set(boundary, others);
        this.atBoundary[boundary] = (this.atBoundary[boundary] ?? 0) + 1;
      });
    };
    simulator.onMoment = meet;
    const seen = new Set<string>();
    const timer = setInterval(async () => {
      const client = await this.connect(500).catch(() => null);
      // It is being killed.
      if (!client) return;
      try {
        const { rows } = await client.query(
          "SELECT id || state AS key, 'job ' || state AS boundary FROM boards.provider_jobs WHERE updated_at > now() - interval '2 seconds' UNION ALL SELECT id || phase || status, 'generation ' || phase || ' ' || status FROM boards.generations WHERE updated_at > now() - interval '2 seconds'",
        );
        for (const { key, boundary } of rows as { key: string; boundary: string }[]) {
          if (seen.has(key)) continue;
          seen.add(key);
          meet(boundary);
        }
      } catch {
        // It was killed meanwhile.
      } finally {
        await client.end().catch(() => undefined);
      }
    }, 120);
    return {
      stop: () => {
        clearInterval(timer);
        simulator.onMoment = undefined;
      },
    };
  }

  private async hasWorked(): Promise<boolean> {
    const response = await fetch(`${this.url}/api/health`, { signal: AbortSignal.timeout(1500) }).catch(() => null);
    if (!response?.ok) this.upSince = 0;
    else this.upSince ||= Date.now();
    return this.upSince > 0 && Date.now() - this.upSince > workMs;
  }

  private async postmaster(): Promise<number> {
    const client = await this.connect(2000);
    const { rows } = await client.query("SELECT setting AS folder FROM pg_settings WHERE name = 'data_directory'");
    await client.end();
    return Number((await readFile(join(rows[0].folder, "postmaster.pid"), "utf8")).split("\n")[0]);
  }

  private async connect(connectionTimeoutMillis: number): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: await this.databaseUrl(), connectionTimeoutMillis });
    client.on("error", () => undefined);
    await client.connect();
    return client;
  }
}
