import { connect } from "node:net";
import { type Client, Pool, type PoolClient, type PoolConfig } from "pg";
import { ScopedClient } from "@/lib/platform/db/scoped-client";
import { maximumNames } from "@/lib/platform/db/statement-names";
import { currentSignal, currentTenantScope, currentTimeLimit } from "@/lib/platform/db/tenant-scope";
import { timeLimits } from "@/lib/platform/db/time-limits";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

type Callback = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

/** How a connection has to be set up for the code that takes it. */
interface Wanted {
  /** Null for the installation itself. */
  tenantScope: { tenantId: string | null } | null;
  timeLimit: keyof typeof timeLimits;
  signal: AbortSignal | null;
}

/** A connection that is closed takes its plans with it, so that it stays open for a while; no process has to wait for that. */
const idling = { idleTimeoutMillis: 300_000, allowExitOnIdle: true };

/**
 * Connections that work where the code that takes them stands: as the role `boards_tenant` within one tenant, or as the installation, with
 * its time limits. What they do for someone who has gone is ended. The two roles share no connection: under row-level security a plan is of
 * the role it was made for, and would be made anew with each change. Each side has as many connections as `max` says.
 */
export class ScopedPool extends Pool {
  private readonly isPreparing: boolean;
  private readonly watches = new WeakMap<PoolClient, () => void>();
  /** The connections of the installation itself; this pool's own are the tenants'. */
  private readonly installation: Pool;

  /** With `isPreparing`, statements have names by which a connection knows their plans again; see `isPreparingStatements` in env.ts. */
  constructor({ isPreparing, ...config }: PoolConfig & { isPreparing: boolean }) {
    const settings = { ...idling, ...config, Client: ScopedClient as unknown as typeof Client };
    super(settings);
    this.isPreparing = isPreparing;
    this.installation = new Pool(settings);
    this.installation.on("error", (error, client) => this.emit("error", error, client));
    for (const pool of [this, this.installation])
      pool.on("release", (_error, client) => {
        this.watches.get(client)?.();
        this.watches.delete(client);
      });
  }

  override end(): Promise<void>;
  override end(callback: () => void): void;
  override end(callback?: () => void): Promise<void> | undefined {
    const ended = Promise.all([super.end(), this.installation.end()]).then(() => undefined);
    if (!callback) return ended;
    void ended.then(callback);
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    const wanted = { tenantScope: currentTenantScope(), timeLimit: currentTimeLimit(), signal: currentSignal() };
    const take = wanted.tenantScope ? super.connect.bind(this) : this.installation.connect.bind(this.installation);
    if (!callback) return take().then((client) => this.stand(client, wanted));
    take((error, client, done) => {
      if (error || !client) return callback(error, client, done);
      this.stand(client, wanted).then(
        () => callback(undefined, client, done),
        (refusal: Error) => callback(refusal, undefined, done),
      );
    });
  }

  private async stand(client: PoolClient, wanted: Wanted): Promise<PoolClient> {
    if (wanted.signal?.aborted) {
      client.release();
      throw new BoardsError("request.abandoned");
    }
    this.endWith(wanted.signal, client);
    const { tenantScope, timeLimit } = wanted;
    const settings = {
      role: tenantScope ? "boards_tenant" : "none",
      "boards.tenant": tenantScope?.tenantId ?? "",
      // The usual ones are the defaults of every connection.
      ...(timeLimit === "usual" ? {} : timeLimits[timeLimit]),
    };
    Object.assign(client, { settings, isNaming: this.isPreparing, isBeginning: false } satisfies Partial<ScopedClient>);
    try {
      await forgetPlans(client);
    } catch (error) {
      client.release(true);
      throw error;
    }
    return client;
  }

  private endWith(signal: AbortSignal | null, client: PoolClient): void {
    if (!signal) return;
    const end = () => {
      cancel(client);
      // The connection never comes back to the pool: a cancel that arrives late meets nobody else's statement.
      void client.end();
    };
    signal.addEventListener("abort", end, { once: true });
    this.watches.set(client, () => signal.removeEventListener("abort", end));
  }
}

/** Names come and go; a connection that has seen too many of them gives up all its plans. */
async function forgetPlans(client: PoolClient): Promise<void> {
  const { connection } = client as unknown as { connection: { parsedStatements: Record<string, string> } };
  if (Object.keys(connection.parsedStatements).length <= maximumNames) return;
  await client.query("DEALLOCATE ALL");
  connection.parsedStatements = {};
}

const cancelRequestCode = 80_877_102;

/** Asks PostgreSQL to end what a connection does at the moment: by another connection that says only this, as its protocol has it. */
function cancel(client: PoolClient): void {
  const { host, port, processID, secretKey } = client as PoolClient & Record<"processID" | "secretKey", number>;
  const message = Buffer.alloc(16);
  [message.length, cancelRequestCode, processID, secretKey].forEach((value, index) => {
    message.writeInt32BE(value, 4 * index);
  });
  const socket = connect(host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port }, () => socket.end(message));
  socket.on("error", (error) => log.warn({ err: error }, "could not cancel the statement of a closed request"));
}
