import { Pool, type PoolClient } from "pg";
import { currentStandpoint } from "@/lib/db/wall";

type Callback = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

const installation = "the installation";

/** Connections that stand where the code that takes them stands: as the role `boards_tenant` within one tenant, or as the installation. */
export class WalledPool extends Pool {
  /** Where each connection stands now, so that only a change costs a statement. */
  private readonly standings = new WeakMap<PoolClient, string>();

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    const standpoint = currentStandpoint();
    const wanted = standpoint ? (standpoint.tenantId ?? "") : installation;
    if (!callback) return super.connect().then((client) => this.stand(client, wanted));
    super.connect((error, client, done) => {
      if (error || !client) return callback(error, client, done);
      this.stand(client, wanted).then(
        () => callback(undefined, client, done),
        (refusal: Error) => callback(refusal, undefined, done),
      );
    });
  }

  private async stand(client: PoolClient, wanted: string): Promise<PoolClient> {
    if ((this.standings.get(client) ?? installation) === wanted) return client;
    const isInstallation = wanted === installation;
    try {
      await client.query("SELECT set_config('role', $1, false), set_config('boards.tenant', $2, false)", [
        isInstallation ? "none" : "boards_tenant",
        isInstallation ? "" : wanted,
      ]);
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.standings.set(client, wanted);
    return client;
  }
}
